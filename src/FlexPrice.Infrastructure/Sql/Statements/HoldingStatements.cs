namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>The holdings of external ids with their ends.</summary>
internal static class HoldingStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        // An archived customer holds the external id until another customer takes it. The ends of one external id increase, regardless of the clocks.
        ["past_holdings.end"] = $"""
            INSERT INTO past_holdings (tenant_id, environment_id, external_id_hash, ended_at, customer_id, deletion_id, is_resumed)
            SELECT tenant_id, environment_id, external_id_hash, CASE WHEN max(latest) >= @now THEN {syntax.MomentAfter("max(latest)")} ELSE @now END, NULL, min(deletion_id), {syntax.False}
            FROM (
                SELECT c.tenant_id, c.environment_id, c.external_id_hash, {syntax.DeletionOf("c.id")} AS deletion_id,
                    (SELECT max(before.ended_at) FROM past_holdings before
                     WHERE before.tenant_id = @tenant AND before.environment_id = @environment AND before.external_id_hash = c.external_id_hash) AS latest
                FROM {syntax.Rows("@customers", "asked")}
                {syntax.JoinInOrder} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = asked.value
                WHERE c.status = 'published' OR NOT (
                    EXISTS (
                        SELECT 1 FROM customers taker
                        WHERE taker.tenant_id = @tenant AND taker.environment_id = @environment AND taker.external_id_hash = c.external_id_hash AND taker.status = 'published')
                    OR {Lost(syntax, "c")}
                    OR EXISTS (
                        SELECT 1 FROM customers newer
                        WHERE newer.tenant_id = @tenant AND newer.environment_id = @environment AND newer.external_id_hash = c.external_id_hash
                            AND newer.status = 'archived' AND newer.id > c.id AND NOT {Lost(syntax, "newer")}))) held
            GROUP BY tenant_id, environment_id, external_id_hash
            """,
        ["past_holdings.forget_holders"] = syntax.Update("past_holdings", $"customer_id = NULL, deletion_id = {syntax.DeletionOf("customer_id")}", Owned.ByCustomers),
        ["fences.raise"] = $"""
            INSERT INTO fences (tenant_id, environment_id, external_id_hash, raised_at, expires_at)
            SELECT @tenant, @environment, had.external_id_hash, @now, @until
            FROM ({ExternalIdsOfDeleted(syntax)}) had
            WHERE true
            ON CONFLICT (tenant_id, environment_id, external_id_hash) DO UPDATE SET raised_at = excluded.raised_at, expires_at = excluded.expires_at
            """,
        ["fences.forget_expired"] = syntax.Delete("fences", new Owned("external_id_hash")
        {
            Query = $"SELECT {syntax.Top}old.external_id_hash AS id FROM fences old WHERE old.tenant_id = @tenant AND old.environment_id = @environment AND old.expires_at <= @now{syntax.Limit}",
        }),
    };

    /// <summary>The current and former external ids of the customers; the former ones are found by the deletion records.</summary>
    public static string ExternalIdsOfDeleted(SqlSyntax syntax) => $"""
        SELECT c.external_id_hash
            FROM {syntax.Rows("@customers", "asked")}
            {syntax.JoinInOrder} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = asked.value
            UNION
            SELECT p.external_id_hash
            FROM {syntax.Rows("@records", "record")}
            {syntax.JoinInOrder} past_holdings p ON p.tenant_id = @tenant AND p.environment_id = @environment AND p.deletion_id = record.value
        """;

    // Another customer has taken it from an archived one.
    private static string Lost(SqlSyntax syntax, string customer) => $"""
        EXISTS (
            SELECT 1 FROM past_holdings lost
            WHERE lost.tenant_id = @tenant AND lost.environment_id = @environment AND lost.external_id_hash = {customer}.external_id_hash
                AND lost.customer_id = {customer}.id AND lost.is_resumed = {syntax.False})
        """;
}
