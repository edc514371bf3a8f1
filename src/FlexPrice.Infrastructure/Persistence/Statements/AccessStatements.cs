namespace FlexPrice.Infrastructure.Persistence.Statements;

internal static class AccessStatements
{
    // A presented key says nothing about its tenant, nor about who chose it. Two rows are found where a process of an earlier version stored the operator's key once more.
    public static Dictionary<string, string> InAny { get; } = new(StringComparer.Ordinal)
    {
        ["api_keys.presented"] = """
            SELECT k.tenant_id, k.environment_id, k.id, k.roles, k.status, k.expires_at, t.status
            FROM api_keys k JOIN tenants t ON t.id = k.tenant_id
            WHERE k.key_hash IN (@hash, @keyed)
            """,
    };
}
