using System.Collections.Frozen;
using FlexPrice.Application.Cascade;
using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>PostgreSQL's own statements.</summary>
internal static class PostgreSqlStatements
{
    /// <summary>How many locks the external ids of an environment share.</summary>
    private const int LocksOfExternalIds = 64;

    private static readonly PostgreSqlSyntax Syntax = new();

    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        // The limit is outside of the recursion but still ends it: no more rows are produced than are read.
        ["customers.family"] = """
            WITH RECURSIVE family (id, depth) AS (
                SELECT id, 0 FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                UNION ALL
                SELECT c.id, family.depth + 1
                FROM family JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.parent_customer_id = family.id)
            SELECT c.id, c.parent_customer_id, c.status, nearest.depth
            FROM (SELECT id, depth FROM family LIMIT @limit) nearest
            JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = nearest.id
            ORDER BY nearest.depth, c.id
            """,

        // For this transaction only. With a list of ids the planner makes a new plan for these very ids each time, which takes longer than running it.
        ["plans.keep"] = "SELECT set_config('plan_cache_mode', 'force_generic_plan', true)",

        // The first free slot, or the one to wait for. EXISTS stops at the first, so no more are tried than needed.
        ["deletions.take_place"] = $"""
            SELECT CAST(pg_advisory_xact_lock_shared(@gate) AS text) || CASE
                WHEN EXISTS (SELECT 1 FROM generate_series(0, {DeletionAllowance.Places - 1}) place WHERE pg_try_advisory_xact_lock(@gate # (1 + (place + @place) % {DeletionAllowance.Places}))) THEN ''
                ELSE CAST(pg_advisory_xact_lock(@gate # (1 + @place)) AS text)
            END
            """,
        ["deletions.stand_alone"] = "SELECT CAST(pg_advisory_xact_lock(@gate) AS text)",

        // Not a lock for each: a bulk call may name a thousand, and the server has room for so many locks of all sessions only.
        ["external_ids.hold"] = ExternalIds("pg_advisory_xact_lock_shared"),
        ["external_ids.lock"] = ExternalIds("pg_advisory_xact_lock"),

        // Concurrent workers skip rows that another one is claiming. Materialized: the limit applies once.
        ["outbox.claim"] = $"""
            WITH due AS MATERIALIZED (
                SELECT m.sequence FROM outbox_messages m
                WHERE m.lane = @lane AND m.due_at <= {Syntax.Now} AND (m.leased_until IS NULL OR m.leased_until <= {Syntax.Now})
                    AND m.sequence <> ALL(CAST(@running AS bigint[]))
                    AND m.line <> ALL(@barred)
                    AND m.line <> ALL(ARRAY(SELECT c.name FROM channels c WHERE c.name = ANY(@missing)))
                    AND (m.ordering_key IS NULL OR NOT EXISTS (
                        SELECT 1 FROM outbox_messages earlier
                        WHERE earlier.line = m.line AND earlier.ordering_key = m.ordering_key AND earlier.sequence < m.sequence))
                ORDER BY m.sequence
                LIMIT @limit
                FOR UPDATE SKIP LOCKED)
            UPDATE outbox_messages SET lease_token = @token, leased_until = {Syntax.After("@lease")}
            FROM due
            WHERE outbox_messages.sequence = due.sequence
            RETURNING outbox_messages.sequence
            """,
    };

    public static FrozenDictionary<string, string> Text { get; } = StatementRegistry.Of(Syntax, Own);

    private static string ExternalIds(string take) => $"""
        SELECT CAST({take}(place) AS text)
        FROM (
            SELECT DISTINCT hashtextextended(CONCAT('external_id ', @tenant, ' ', @environment), abs(hashtext(given.value) % {LocksOfExternalIds})) AS place
            FROM unnest(@ids) given (value)
            ORDER BY 1) places
        """;
}
