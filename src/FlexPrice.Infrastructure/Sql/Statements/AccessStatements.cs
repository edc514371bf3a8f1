namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class AccessStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        // A presented key does not show its tenant or its origin. Two rows are found where a process of an earlier version stored the operator's key a second time.
        ["api_keys.presented"] = """
            SELECT k.tenant_id, k.environment_id, k.id, k.roles, k.status, k.expires_at, t.status
            FROM api_keys k JOIN tenants t ON t.id = k.tenant_id
            WHERE k.key_hash IN (@hash, @keyed)
            """,
        ["api_keys.origins"] = $"""
            {syntax.WithRecursive} above (id) AS (
                SELECT id FROM api_keys WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                {syntax.RecursiveUnion}
                SELECT issuer.id
                FROM above {syntax.JoinInOrder} api_keys issued ON issued.tenant_id = @tenant AND issued.environment_id = @environment AND issued.id = above.id
                {syntax.JoinInOrder} api_keys issuer ON issuer.tenant_id = @tenant AND issuer.environment_id = @environment AND issuer.id = issued.created_by)
            SELECT origin.id, origin.created_by, origin.roles
            FROM above {syntax.JoinInOrder} api_keys origin ON origin.tenant_id = @tenant AND origin.environment_id = @environment AND origin.id = above.id{syntax.AtGreatDepth}
            """,
        ["api_keys.issued_by"] = $"""
            SELECT id, status, expires_at FROM api_keys
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("created_by", "@ids")}
            """,
    };
}
