using System.Collections.Frozen;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>
/// All hand-written SQL for SQLite by name. Parameters: @tenant, @environment, @customers (a JSON array of ids), @deletions (a JSON object from
/// customer to deletion), @target, @now, @actor and the statement's own.
/// Statements named <c>….inspect</c> answer the columns customer_id, kind, id, state, related_id, currency, amount, count and, where something is kept, until.
/// </summary>
internal static class SqliteStatements
{
    /// <summary>The rows of the customers asked about, in a table that has the column customer_id.</summary>
    internal const string OfCustomers = "tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))";

    public static readonly FrozenDictionary<string, string> Text = new Dictionary<string, string>(StringComparer.Ordinal)
    {
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
        ["customers.ancestors"] = """
            WITH RECURSIVE above (id, depth) AS (
                SELECT parent_customer_id, 1 FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                UNION ALL
                SELECT c.parent_customer_id, above.depth + 1
                FROM above CROSS JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = above.id)
            SELECT id FROM above WHERE id IS NOT NULL ORDER BY depth
            """,
        ["customers.delete"] = """
            DELETE FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND id IN (SELECT value FROM json_each(@customers))
            """,
        ["subscriptions.inspect"] = """
            WITH asked AS (SELECT value AS id FROM json_each(@customers))
            SELECT s.customer_id, 'owned', s.id, s.status, s.parent_subscription_id, s.currency, NULL,
                (SELECT count(*) FROM subscription_line_items i
                 WHERE i.tenant_id = s.tenant_id AND i.environment_id = s.environment_id AND i.subscription_id = s.id)
            FROM subscriptions s
            WHERE s.tenant_id = @tenant AND s.environment_id = @environment AND s.customer_id IN (SELECT id FROM asked)
            UNION ALL
            SELECT s.invoicing_customer_id, 'paid_for', s.id, s.status, s.customer_id, s.currency, NULL,
                (SELECT count(*) FROM subscriptions p
                 WHERE p.tenant_id = s.tenant_id AND p.environment_id = s.environment_id AND p.id = s.parent_subscription_id
                    AND p.customer_id IN (SELECT id FROM asked))
            FROM subscriptions s
            WHERE s.tenant_id = @tenant AND s.environment_id = @environment
                AND s.invoicing_customer_id IN (SELECT id FROM asked) AND s.customer_id NOT IN (SELECT id FROM asked)
            UNION ALL
            SELECT p.customer_id, 'inherited_elsewhere', s.id, s.status, p.id, s.currency, NULL, NULL
            FROM subscriptions p
            CROSS JOIN subscriptions s ON s.tenant_id = p.tenant_id AND s.environment_id = p.environment_id AND s.parent_subscription_id = p.id
            WHERE p.tenant_id = @tenant AND p.environment_id = @environment
                AND p.customer_id IN (SELECT id FROM asked) AND s.customer_id NOT IN (SELECT id FROM asked)
            """,
        ["subscriptions.detach_inherited"] = """
            UPDATE subscriptions SET parent_subscription_id = NULL, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND parent_subscription_id IN (
                SELECT p.id FROM subscriptions p
                WHERE p.tenant_id = @tenant AND p.environment_id = @environment AND p.customer_id IN (SELECT value FROM json_each(@customers)))
            """,
        ["subscriptions.unlink_payer"] = """
            UPDATE subscriptions SET invoicing_customer_id = NULL, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND status = 'cancelled'
                AND invoicing_customer_id IN (SELECT value FROM json_each(@customers))
                AND customer_id NOT IN (SELECT value FROM json_each(@customers))
            """,
        ["subscriptions.delete_line_items"] = """
            DELETE FROM subscription_line_items
            WHERE tenant_id = @tenant AND environment_id = @environment AND subscription_id IN (
                SELECT s.id FROM subscriptions s
                WHERE s.tenant_id = @tenant AND s.environment_id = @environment AND s.customer_id IN (SELECT value FROM json_each(@customers)))
            """,
        ["subscriptions.delete"] = """
            DELETE FROM subscriptions
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["subscriptions.end_with_period"] = """
            UPDATE subscriptions
            SET cancel_at_period_end = 1, cancel_at = current_period_end, ends_because_archived = 1, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
                AND status <> 'cancelled' AND cancel_at_period_end = 0
            """,
        ["subscriptions.take_back_end"] = """
            UPDATE subscriptions
            SET cancel_at_period_end = 0, cancel_at = NULL, ends_because_archived = 0, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
                AND status <> 'cancelled' AND ends_because_archived = 1
            """,
        ["wallets.inspect"] = """
            SELECT w.customer_id, 'wallet', w.id, w.status, NULL, w.currency, w.balance,
                (SELECT count(*) FROM wallet_transactions t
                 WHERE t.tenant_id = w.tenant_id AND t.environment_id = w.environment_id AND t.wallet_id = w.id)
            FROM wallets w
            WHERE w.tenant_id = @tenant AND w.environment_id = @environment AND w.customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["wallets.delete_transactions"] = """
            DELETE FROM wallet_transactions
            WHERE tenant_id = @tenant AND environment_id = @environment AND wallet_id IN (
                SELECT w.id FROM wallets w
                WHERE w.tenant_id = @tenant AND w.environment_id = @environment AND w.customer_id IN (SELECT value FROM json_each(@customers)))
            """,
        ["wallets.delete"] = """
            DELETE FROM wallets
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["usage.inspect"] = $"{SubjectsOfCustomers} SELECT customer_id, 'subject', id, '', NULL, NULL, NULL, NULL FROM subjects",
        ["usage.inspect_with_volumes"] = $"""
            {SubjectsOfCustomers}
            SELECT customer_id, 'subject', id, '', NULL, NULL, NULL,
                (SELECT count(*) FROM usage_events e WHERE e.tenant_id = @tenant AND e.environment_id = @environment AND e.subject_id = subjects.id)
            FROM subjects
            """,
        ["usage.destroy_subjects"] = $"""
            {SubjectsOfCustomers}
            DELETE FROM usage_subjects WHERE tenant_id = @tenant AND environment_id = @environment AND id IN (SELECT id FROM subjects)
            """,
        ["usage.erase_batch"] = """
            DELETE FROM usage_events
            WHERE tenant_id = @tenant AND environment_id = @environment AND id IN (
                SELECT id FROM usage_events
                WHERE tenant_id = @tenant AND environment_id = @environment AND subject_id IN (SELECT value FROM json_each(@subjects))
                LIMIT @limit)
            """,
        ["workflows.inspect"] = """
            SELECT customer_id, 'workflow', id, status, NULL, NULL, NULL, NULL
            FROM workflows
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["workflows.delete"] = """
            DELETE FROM workflows
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["child_customers.inspect"] = """
            SELECT parent_customer_id, 'child', id, status, NULL, NULL, NULL, NULL
            FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND parent_customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["child_customers.detach"] = """
            UPDATE customers SET parent_customer_id = NULL, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND parent_customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["child_customers.reparent"] = """
            UPDATE customers SET parent_customer_id = @target, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND parent_customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["child_customers.unlink_family"] = """
            UPDATE customers SET parent_customer_id = NULL
            WHERE tenant_id = @tenant AND environment_id = @environment AND parent_customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["legal_hold.inspect"] = """
            SELECT customer_id, 'hold', id, CASE WHEN released_at IS NULL THEN 'in_force' ELSE 'released' END, NULL, NULL, NULL, NULL
            FROM legal_holds
            WHERE tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["legal_hold.delete_released"] = """
            DELETE FROM legal_holds
            WHERE tenant_id = @tenant AND environment_id = @environment AND released_at IS NOT NULL
                AND customer_id IN (SELECT value FROM json_each(@customers))
            """,
        ["fences.raise"] = """
            INSERT INTO fences (tenant_id, environment_id, external_id_hash, raised_at, expires_at)
            SELECT DISTINCT c.tenant_id, c.environment_id, c.external_id_hash, @now, @until
            FROM customers c
            WHERE c.tenant_id = @tenant AND c.environment_id = @environment AND c.id IN (SELECT value FROM json_each(@customers))
            ON CONFLICT (tenant_id, environment_id, external_id_hash) DO UPDATE SET raised_at = excluded.raised_at, expires_at = excluded.expires_at
            """,
        ["fences.forget_expired"] = """
            DELETE FROM fences
            WHERE tenant_id = @tenant AND environment_id = @environment AND external_id_hash IN (
                SELECT external_id_hash FROM fences
                WHERE tenant_id = @tenant AND environment_id = @environment AND expires_at <= @now
                LIMIT @limit)
            """,
        ["outbox.claim"] = """
            UPDATE outbox_messages SET lease_token = @token, leased_until = @until
            WHERE sequence IN (
                SELECT m.sequence FROM outbox_messages m
                WHERE m.lane = @lane AND m.due_at <= @now AND (m.leased_until IS NULL OR m.leased_until <= @now)
                    AND m.sequence NOT IN (SELECT CAST(value AS INTEGER) FROM json_each(@running))
                    AND (m.ordering_key IS NULL OR NOT EXISTS (
                        SELECT 1 FROM outbox_messages earlier
                        WHERE earlier.line = m.line AND earlier.ordering_key = m.ordering_key AND earlier.sequence < m.sequence))
                ORDER BY m.sequence
                LIMIT @limit)
            """,
    }.Concat(SqliteInvoiceStatements.Text).Concat(SqliteRecipientStatements.Text).ToFrozenDictionary(StringComparer.Ordinal);

    // Usage that arrived while nobody published held the external id belongs to the customer who holds it still; of two archived ones, to whichever is deleted first.
    // CROSS JOIN fixes the order of the loops: from the customers, by an index each, whatever the statistics say.
    private const string SubjectsOfCustomers = """
        WITH asked AS (SELECT value AS id FROM json_each(@customers)),
        subjects (customer_id, id) AS (
            SELECT u.customer_id, u.id
            FROM asked
            CROSS JOIN usage_subjects u ON u.tenant_id = @tenant AND u.environment_id = @environment AND u.customer_id = asked.id
            UNION ALL
            SELECT min(c.id), u.id
            FROM asked
            CROSS JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = asked.id
            CROSS JOIN usage_subjects u ON u.tenant_id = @tenant AND u.environment_id = @environment
                AND u.external_id_hash = c.external_id_hash AND u.customer_id IS NULL
            GROUP BY u.id)
        """;
}
