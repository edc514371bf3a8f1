using System.Collections.Frozen;
using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite's own statements.</summary>
internal static class SqliteStatements
{
    private static readonly SqliteSyntax Syntax = new();

    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        // A recursive query that may end early.
        ["customers.family"] = """
            WITH RECURSIVE family (id, depth) AS (
                SELECT id, 0 FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                UNION ALL
                SELECT c.id, family.depth + 1
                FROM family CROSS JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.parent_customer_id = family.id
                LIMIT @limit)
            SELECT c.id, c.parent_customer_id, c.status, family.depth
            FROM family CROSS JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = family.id
            ORDER BY family.depth, c.id
            """,

        // A single writer: no other worker can claim meanwhile.
        ["outbox.claim"] = $"""
            UPDATE outbox_messages SET lease_token = @token, leased_until = {Syntax.After("@lease")}
            WHERE sequence IN (
                SELECT m.sequence FROM outbox_messages m
                WHERE m.lane = @lane AND m.due_at <= {Syntax.Now} AND (m.leased_until IS NULL OR m.leased_until <= {Syntax.Now})
                    AND m.sequence NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(@running))
                    AND m.line NOT IN (SELECT value FROM json_each(@barred))
                    AND m.line NOT IN (SELECT c.name FROM channels c WHERE c.name IN (SELECT value FROM json_each(@missing)))
                    AND (m.ordering_key IS NULL OR NOT EXISTS (
                        SELECT 1 FROM outbox_messages earlier
                        WHERE earlier.line = m.line AND earlier.ordering_key = m.ordering_key AND earlier.sequence < m.sequence))
                ORDER BY m.sequence
                LIMIT @limit)
            RETURNING sequence
            """,
    };

    public static FrozenDictionary<string, string> Text { get; } = StatementRegistry.Of(Syntax, Own);
}
