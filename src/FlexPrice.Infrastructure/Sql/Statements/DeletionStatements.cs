namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class DeletionStatements
{
    public static Dictionary<string, string> ForAnyDatabase { get; } = new(StringComparer.Ordinal)
    {
        ["cascade_policies.current"] = """
            SELECT edges, deletions_per_hour FROM cascade_policies
            WHERE tenant_id = @tenant AND environment_id = @environment
            """,
        ["deletions.recent"] = """
            SELECT CAST(count(*) AS bigint) FROM deletions
            WHERE tenant_id = @tenant AND environment_id = @environment AND lineage_id = @lineage AND created_at > @since
            """,
    };
}
