using System.Collections.Frozen;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Infrastructure.Persistence.Statements;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>What SQL Server says in a way of its own.</summary>
internal static class SqlServerStatements
{
    // Milliseconds; a deadlock is broken by the server.
    private const int LongestWait = 30_000;

    public static FrozenDictionary<string, string> Text { get; } = In(new SqlServerSyntax());

    private static FrozenDictionary<string, string> In(SqlServerSyntax syntax) => StatementRegistry.Of(syntax, SqlServerLocks.In(syntax).Concat(Own(syntax)).ToDictionary(StringComparer.Ordinal));

    private static Dictionary<string, string> Own(SqlServerSyntax syntax) => new(StringComparer.Ordinal)
    {
        // The limit stands outside of the recursion and ends it all the same: no more rows are made than are read.
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

        // Two statements instead of a MERGE, which would lock every fence that it looks at. No more fences than external ids of the customers of one deletion.
        ["fences.raise"] = $"""
            UPDATE fences SET raised_at = @now, expires_at = @until
            WHERE tenant_id = @tenant AND environment_id = @environment AND external_id_hash IN (
                {HoldingStatements.ExternalIdsOfDeleted(syntax)});
            INSERT INTO fences (tenant_id, environment_id, external_id_hash, raised_at, expires_at)
            SELECT @tenant, @environment, had.external_id_hash, @now, @until
            FROM (
                {HoldingStatements.ExternalIdsOfDeleted(syntax)}) had
            WHERE NOT EXISTS (
                SELECT 1 FROM fences standing WITH (UPDLOCK, HOLDLOCK, ROWLOCK)
                WHERE standing.tenant_id = @tenant AND standing.environment_id = @environment AND standing.external_id_hash = had.external_id_hash)
            """,

        // What is there already takes a recipient out of the condition, as in every write that goes on in batches.
        ["integrations.have_erased"] = HandMappingsOver(syntax, "erase"),
        ["integrations.have_notified"] = HandMappingsOver(syntax, "notify"),

        // The first free place, or the one to wait for. Variables are in capitals: what is not is a parameter.
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

        // Workers beside one another pass over what another one is claiming.
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

    private static string HandMappingsOver(SqlServerSyntax syntax, string action) => syntax.Finished($"""
        INSERT INTO recipients (tenant_id, environment_id, id, deletion_id, provider, wanted_action, state, sealed, wrapped_key, attempts, created_at)
        SELECT tenant_id, environment_id, {syntax.RecipientId("id")}, {syntax.DeletionOf("customer_id")}, provider_type, '{action}', 'unreachable', sealed, wrapped_key, 0, @now
        FROM integration_mappings
        WHERE {syntax.OfCustomers} AND NOT EXISTS (
            SELECT 1 FROM recipients there
            WHERE there.tenant_id = @tenant AND there.environment_id = @environment AND there.id = {syntax.RecipientId("integration_mappings.id")})
        """);
}
