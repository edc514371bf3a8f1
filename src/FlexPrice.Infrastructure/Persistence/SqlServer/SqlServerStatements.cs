using System.Collections.Frozen;
using FlexPrice.Application.Cascade;
using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server's own statements.</summary>
internal static class SqlServerStatements
{
    /// <summary>Milliseconds that a lock is waited for which is no row's; a deadlock is broken by the server.</summary>
    public const int LongestWait = 30_000;

    public static FrozenDictionary<string, string> Text { get; } = Build(new SqlServerSyntax());

    private static FrozenDictionary<string, string> Build(SqlServerSyntax syntax) => StatementRegistry.Of(syntax, SqlServerLocks.Build(syntax).Concat(Own(syntax)).ToDictionary(StringComparer.Ordinal))
        .ToFrozenDictionary(statement => statement.Key, statement => SqlServerRowCounts.WithRowCounts(statement.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Own(SqlServerSyntax syntax) => new(StringComparer.Ordinal)
    {
        // The limit is outside of the recursion but still ends it: no more rows are produced than are read.
        ["customers.family"] = """
            WITH family (id, depth) AS (
                SELECT id, 0 FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                UNION ALL
                SELECT c.id, family.depth + 1
                FROM family JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.parent_customer_id = family.id)
            SELECT c.id, c.parent_customer_id, c.status, nearest.depth
            FROM (SELECT TOP (@limit) id, depth FROM family) nearest
            JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = nearest.id
            ORDER BY nearest.depth, c.id
            OPTION (MAXRECURSION 0)
            """,

        // Two statements instead of a MERGE, which would lock every fence that it reads. If two transactions create the same fence at once, one of them is retried.
        ["fences.raise"] = $"""
            {syntax.Finished(syntax.Update("fences", "raised_at = @now, expires_at = @until", new Owned("external_id_hash") { Query = $"SELECT had.external_id_hash AS id FROM ({HoldingStatements.ExternalIdsOfDeleted(syntax)}) had" }, "(raised_at <> @now OR expires_at <> @until)"))};
            {syntax.Finished($"""
                INSERT INTO fences (tenant_id, environment_id, external_id_hash, raised_at, expires_at)
                SELECT @tenant, @environment, had.external_id_hash, @now, @until
                FROM ({HoldingStatements.ExternalIdsOfDeleted(syntax)}) had
                WHERE NOT EXISTS (
                    SELECT 1 FROM fences standing
                    WHERE standing.tenant_id = @tenant AND standing.environment_id = @environment AND standing.external_id_hash = had.external_id_hash)
                """)}
            """,

        // From the customers to their dependents, at every step.
        ["subscriptions.inspect"] = $"""
            SELECT s.customer_id, 'owned', s.id, s.status, s.parent_subscription_id, s.currency, NULL,
                (SELECT CAST(count(*) AS bigint) FROM subscription_line_items i
                 WHERE i.tenant_id = s.tenant_id AND i.environment_id = s.environment_id AND i.subscription_id = s.id)
            {syntax.From("subscriptions", "s", Owned.ByCustomers)}
            UNION ALL
            SELECT s.invoicing_customer_id, 'paid_for', s.id, s.status, s.customer_id, s.currency, NULL,
                (SELECT CAST(count(*) AS bigint) FROM subscriptions p
                 WHERE p.tenant_id = s.tenant_id AND p.environment_id = s.environment_id AND p.id = s.parent_subscription_id
                    AND {syntax.In("p.customer_id", "@customers")})
            {syntax.From("subscriptions", "s", new Owned("invoicing_customer_id"), syntax.NotIn("s.customer_id", "@customers"))}
            UNION ALL
            SELECT p.customer_id, 'inherited_elsewhere', s.id, s.status, p.id, s.currency, NULL, NULL
            FROM (SELECT own.customer_id, own.id {syntax.From("subscriptions", "own", Owned.ByCustomers)}) p
            {syntax.JoinInOrder} subscriptions s WITH (FORCESEEK (ix_subscriptions_tenant_id_environment_id_parent_subscription_id (tenant_id, environment_id, parent_subscription_id)))
                ON s.tenant_id = @tenant AND s.environment_id = @environment AND s.parent_subscription_id = p.id
            WHERE {syntax.NotIn("s.customer_id", "@customers")}
            """,

        // What is there already takes a recipient out of the condition, as in every write that goes on in batches.
        ["integrations.have_erased"] = CopyMappingsToRecipients(syntax, "erase"),
        ["integrations.have_notified"] = CopyMappingsToRecipients(syntax, "notify"),

        // The first free slot, or the one to wait for. Variables are in capitals; other names are parameters.
        ["deletions.take_place"] = $"""
            DECLARE @Taken int, @Tried int = 0, @Name nvarchar(255);
            EXEC @Taken = sp_getapplock @gate, 'Shared', 'Transaction', {LongestWait};
            IF @Taken >= 0
            BEGIN
                SET @Taken = -1;
                WHILE @Taken < 0 AND @Tried < {DeletionAllowance.Places}
                BEGIN
                    SET @Name = CONCAT(@gate, '/', (@Tried + @place) % {DeletionAllowance.Places});
                    EXEC @Taken = sp_getapplock @Name, 'Exclusive', 'Transaction', 0;
                    SET @Tried = @Tried + 1;
                END;
                IF @Taken < 0
                BEGIN
                    SET @Name = CONCAT(@gate, '/', @place);
                    EXEC @Taken = sp_getapplock @Name, 'Exclusive', 'Transaction', {LongestWait};
                END;
            END;
            IF @Taken < 0 RAISERROR('The place of a deletion was not free in time.', 16, 1);
            SELECT '';
            """,
        ["deletions.stand_alone"] = $"""
            DECLARE @Taken int;
            EXEC @Taken = sp_getapplock @gate, 'Exclusive', 'Transaction', {LongestWait};
            IF @Taken < 0 RAISERROR('The place of a deletion was not free in time.', 16, 1);
            SELECT '';
            """,

        // Concurrent workers skip rows that another one is claiming.
        ["outbox.claim"] = $"""
            WITH due AS (
                SELECT TOP (@limit) m.sequence, m.lease_token, m.leased_until
                FROM outbox_messages m WITH (UPDLOCK, READPAST, ROWLOCK)
                WHERE m.lane = @lane AND m.due_at <= {syntax.Now} AND (m.leased_until IS NULL OR m.leased_until <= {syntax.Now})
                    AND m.sequence NOT IN (SELECT value FROM OPENJSON(@running) WITH (value bigint '$'))
                    AND {syntax.NotIn("m.line", "@barred")}
                    AND m.line NOT IN (SELECT c.name FROM channels c WHERE {syntax.In("c.name", "@missing")})
                    AND (m.ordering_key IS NULL OR NOT EXISTS (
                        SELECT 1 FROM outbox_messages earlier
                        WHERE earlier.line = m.line AND earlier.ordering_key = m.ordering_key AND earlier.sequence < m.sequence))
                ORDER BY m.sequence)
            UPDATE due SET lease_token = @token, leased_until = {syntax.After("@lease")}
            OUTPUT inserted.sequence
            """,
    };

    private static string CopyMappingsToRecipients(SqlServerSyntax syntax, string action) => syntax.Finished($"""
        INSERT INTO recipients (tenant_id, environment_id, id, deletion_id, provider, wanted_action, state, sealed, wrapped_key, attempts, created_at)
        SELECT tenant_id, environment_id, {syntax.RecipientId("id")}, {syntax.DeletionOf("m.customer_id")}, provider_type, '{action}', 'unreachable', sealed, wrapped_key, 0, @now
        {syntax.From("integration_mappings", "m", Owned.ByCustomers, $"""
            NOT EXISTS (
                SELECT 1 FROM recipients there
                WHERE there.tenant_id = @tenant AND there.environment_id = @environment AND there.id = {syntax.RecipientId("m.id")})
            """)}
        """);
}
