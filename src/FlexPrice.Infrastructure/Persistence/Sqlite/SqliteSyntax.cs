using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite: lists and maps are JSON, money is text and a truth value is a number.</summary>
internal sealed class SqliteSyntax : SqlSyntax
{
    public override string True => "1";

    public override string False => "0";

    public override string NullTimestamp => "NULL";

    // An embedded database has no clock but the one of its process.
    public override string Now => "@now";

    // Only this fixes the order of the loops: from the customers, with an index each, regardless of statistics.
    public override string JoinInOrder => "CROSS JOIN";

    public override string After(string milliseconds) => $"{Now} + {milliseconds} * {TimeSpan.TicksPerMillisecond}";

    public override string SecondsAgo(int seconds) => $"({Now} - {seconds}0000000)";

    public override string In(string column, string list) => $"{column} IN (SELECT value FROM json_each({list}))";

    public override string NotIn(string column, string list) => $"{column} NOT IN (SELECT value FROM json_each({list}))";

    public override string Rows(string list, string alias) => $"json_each({list}) {alias}";

    public override string DeletionOf(string customer) => $"""json_extract(@deletions, '$."' || {customer} || '"')""";

    // Ten ticks are a microsecond, by which the other databases count.
    public override string MomentAfter(string time) => $"{time} + 10";

    public override string RecipientId(string id) => $"'rcpt_' || substr({id}, -26)";

    public override string Number(string amount) => $"CAST({amount} AS REAL)";
}
