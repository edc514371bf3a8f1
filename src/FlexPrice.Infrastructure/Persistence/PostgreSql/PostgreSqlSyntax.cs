using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>PostgreSQL: lists are arrays, maps are JSON.</summary>
internal sealed class PostgreSqlSyntax : SqlSyntax
{
    public override string True => "true";

    public override string False => "false";

    public override string NullTimestamp => "CAST(NULL AS timestamptz)";

    // Not now(), which is when the transaction began, and not clock_timestamp(), which changes within a statement and so can be looked up in no index.
    public override string Now => "statement_timestamp()";

    public override string ForUpdate => " FOR UPDATE";

    public override string ForShare => " FOR SHARE";

    public override string After(string milliseconds) => $"{Now} + {milliseconds} * interval '1 millisecond'";

    public override string SecondsAgo(int seconds) => $"{Now} - interval '{seconds} seconds'";

    public override string In(string column, string list) => $"{column} = ANY({list})";

    // The ids are found first. As a join, the planner would rather read all rows of an environment once than look up those of a few owners.
    public override string InQuery(string column, string query) => $"{column} = ANY(ARRAY({query}))";

    public override string NotIn(string column, string list) => $"{column} <> ALL({list})";

    public override string Rows(string list, string alias) => $"unnest({list}) {alias} (value)";

    public override string DeletionOf(string customer) => $"CAST(@deletions AS jsonb) ->> {customer}";

    public override string MomentAfter(string time) => $"{time} + interval '1 microsecond'";

    public override string RecipientId(string id) => $"'rcpt_' || right({id}, 26)";
}
