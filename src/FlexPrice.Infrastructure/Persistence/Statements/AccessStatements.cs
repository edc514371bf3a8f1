namespace FlexPrice.Infrastructure.Persistence.Statements;

internal static class AccessStatements
{
    // A presented key says nothing about its tenant.
    public static Dictionary<string, string> InAny { get; } = new(StringComparer.Ordinal)
    {
        ["api_keys.presented"] = """
            SELECT k.tenant_id, k.environment_id, k.id, k.roles, k.status, k.expires_at, t.status
            FROM api_keys k JOIN tenants t ON t.id = k.tenant_id
            WHERE k.key_hash = @hash
            """,
    };
}
