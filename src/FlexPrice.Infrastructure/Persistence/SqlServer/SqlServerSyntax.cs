using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server: lists and maps are JSON, a truth value is a bit, and a write goes on in batches.</summary>
internal sealed partial class SqlServerSyntax : SqlSyntax
{
    /// <summary>From 5,000 locks on, those on pages included, one statement locks the whole table instead.</summary>
    public const int MaximumRows = 1000;

    // The names of table and column do not determine the name of the only index that begins with the column.
    private static readonly FrozenDictionary<string, string> Indexes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fences.external_id_hash"] = "pk_fences",
        ["integration_mappings.customer_id"] = "ix_integration_mappings_tenant_id_environment_id_customer_id_provider_type",
        ["sealed_documents.invoice_id"] = "pk_sealed_documents",
        ["usage_events.subject_id"] = "ix_usage_events_tenant_id_environment_id_subject_id_timestamp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The map is read once, not for each row. Its rows must not be counted.
    private static readonly string Deletions = $"""
        DECLARE @Erased TABLE (erased_id nvarchar(64) COLLATE {SqlServerText.Collation} NOT NULL PRIMARY KEY, record_id nvarchar(64) COLLATE {SqlServerText.Collation} NOT NULL);
        SET NOCOUNT ON;
        INSERT INTO @Erased (erased_id, record_id) SELECT pair.[key], pair.value FROM OPENJSON(@deletions) pair;
        SET NOCOUNT OFF;

        """;

    public override string True => "1";

    public override string False => "0";

    public override string NullTimestamp => "CAST(NULL AS datetimeoffset)";

    public override string Now => "TODATETIMEOFFSET(SYSUTCDATETIME(), 0)";

    public override string WithRecursive => "WITH";

    public override string JoinInOrder => "INNER LOOP JOIN";

    // What refers to itself is followed row by row in any case.
    public override string JoinAbove => "JOIN";

    public override string AtAnyDepth => " OPTION (MAXRECURSION 0)";

    public override string RecursiveUnion => "UNION ALL";

    // The greatest number that SQL Server allows; one level deeper the query fails.
    public override string AtGreatDepth => " OPTION (MAXRECURSION 32767)";

    public override string Top => "TOP (@limit) ";

    public override string Limit => "";

    public override string After(string milliseconds) => $"DATEADD(millisecond, {milliseconds}, {Now})";

    public override string SecondsAgo(int seconds) => $"DATEADD(second, -{seconds}, {Now})";

    public override string In(string column, string list) => $"{column} IN (SELECT listed.value FROM {Values(list)} listed)";

    public override string NotIn(string column, string list) => $"{column} NOT IN (SELECT listed.value FROM {Values(list)} listed)";

    public override string Rows(string list, string alias) => $"{Values(list)} {alias}";

    public override string DeletionOf(string customer) => $"(SELECT pair.record_id FROM @Erased pair WHERE pair.erased_id = {customer})";

    public override string MomentAfter(string time) => $"DATEADD(microsecond, 1, {time})";

    public override string RecipientId(string id) => $"CONCAT('rcpt_', RIGHT({id}, 26))";

    public override string From(string table, string alias, Owned rows, string? and = null) => $"""
        FROM {SoughtIds(rows)} sought
        {Found(table, alias, rows, $"FORCESEEK ({IndexOf(table, rows)} (tenant_id, environment_id, {rows.Column}))", and)}
        """;

    public override string Delete(string table, Owned rows, string? and = null) => $"""
        DELETE {table}
        FROM {SoughtIds(rows)} sought
        {Written(table, rows, and)}
        """;

    public override string Update(string table, string changes, Owned rows, string? and = null) => $"""
        UPDATE {table} SET {changes}
        FROM {SoughtIds(rows)} sought
        {Written(table, rows, and)}
        """;

    /// <summary>
    /// A write that has neither a limit of its own nor one row by its key goes on until a batch is not full. Every one takes out of its own condition what it has written.
    /// Foreign keys are checked by seeks: a server that scanned a table to check them would wait for its writers.
    /// </summary>
    public override string Finished(string statement)
    {
        var verb = Write().Match(statement);
        if (!verb.Success)
        {
            return statement;
        }

        var written = Bounds.Any(bound => statement.Contains(bound, StringComparison.Ordinal))
            ? $"{statement}\nOPTION (LOOP JOIN)"
            : $"""
                WHILE 1 = 1
                BEGIN
                {statement.Insert(verb.Index + verb.Length, $" TOP ({MaximumRows})")}
                OPTION (LOOP JOIN);
                IF @@ROWCOUNT < {MaximumRows} BREAK;
                END
                """;
        return written.Contains("@Erased", StringComparison.Ordinal) ? Deletions + written : written;
    }

    private static readonly string[] Bounds = ["@limit", "sequence = @sequence"];

    // From each id to its rows by the index: a write that looked through an environment for them would lock what it passes.
    // A written table may not name the columns of the seek; the join order and the index leave no other plan.
    private static string Written(string table, Owned rows, string? and) => Found(table, table, rows, $"FORCESEEK, INDEX ({IndexOf(table, rows)})", and);

    private static string Found(string table, string alias, Owned rows, string hints, string? and) => $"""
        INNER LOOP JOIN {(alias == table ? table : $"{table} {alias}")} WITH ({hints})
            ON {alias}.tenant_id = @tenant AND {alias}.environment_id = @environment AND {alias}.{rows.Column} = sought.value{(and is null ? "" : $"\nWHERE {and}")}
        """;

    private static string SoughtIds(Owned rows) => rows.Query is { } query ? $"(SELECT found.id AS value FROM ({query}) found)" : Values(rows.List);

    private static string IndexOf(string table, Owned rows) =>
        Indexes.GetValueOrDefault($"{table}.{rows.Column}") ?? (rows.Column == "id" ? $"pk_{table}" : $"ix_{table}_tenant_id_environment_id_{rows.Column}");

    // Columns of different collations cannot be compared, and JSON values have the database's.
    private static string Values(string list) => $"OPENJSON({list}) WITH (value nvarchar(64) COLLATE {SqlServerText.Collation} '$')";

    [GeneratedRegex("^(INSERT|UPDATE|DELETE)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Write();
}
