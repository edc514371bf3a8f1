using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Persistence.Statements;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server: lists and maps are JSON, a truth value is a bit, and a write goes on in batches.</summary>
internal sealed partial class SqlServerSyntax : SqlSyntax
{
    /// <summary>From 5,000 locks on, one statement locks the whole table instead.</summary>
    public const int MostRows = 4000;

    public override string True => "1";

    public override string False => "0";

    public override string NoTime => "CAST(NULL AS datetimeoffset)";

    public override string Now => "TODATETIMEOFFSET(SYSUTCDATETIME(), 0)";

    public override string WithRecursive => "WITH";

    public override string AtAnyDepth => " OPTION (MAXRECURSION 0)";

    public override string UnionOnce => "UNION ALL";

    // The greatest number there is; at the next level the query fails.
    public override string AtGreatDepth => " OPTION (MAXRECURSION 32767)";

    public override string Top => "TOP (@limit) ";

    public override string Limit => "";

    public override string After(string milliseconds) => $"DATEADD(millisecond, {milliseconds}, {Now})";

    public override string Ago(int seconds) => $"DATEADD(second, -{seconds}, {Now})";

    public override string In(string column, string list) => $"{column} IN (SELECT value FROM {Values(list)})";

    public override string NotIn(string column, string list) => $"{column} NOT IN (SELECT value FROM {Values(list)})";

    public override string Rows(string list, string alias) => $"{Values(list)} {alias}";

    public override string DeletionOf(string customer) => $"""JSON_VALUE(@deletions, CONCAT('$."', {customer}, '"'))""";

    public override string MomentAfter(string time) => $"DATEADD(microsecond, 1, {time})";

    public override string RecipientId(string id) => $"CONCAT('rcpt_', RIGHT({id}, 26))";

    /// <summary>A write that has neither a limit of its own nor one row by its key goes on until a batch is not full. Every one takes out of its own condition what it has written.</summary>
    public override string Finished(string statement)
    {
        var verb = Write().Match(statement);
        return !verb.Success || Bounds.Any(bound => statement.Contains(bound, StringComparison.Ordinal))
            ? statement
            : $"""
                WHILE 1 = 1
                BEGIN
                {statement.Insert(verb.Index + verb.Length, $" TOP ({MostRows})")};
                IF @@ROWCOUNT < {MostRows} BREAK;
                END
                """;
    }

    private static readonly string[] Bounds = ["@limit", "sequence = @sequence"];

    // Two columns of different collations cannot be compared, and JSON comes with the one of the database.
    private static string Values(string list) => $"OPENJSON({list}) WITH (value nvarchar(64) COLLATE {SqlServerText.Collation} '$')";

    [GeneratedRegex("^(INSERT|UPDATE|DELETE)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Write();
}
