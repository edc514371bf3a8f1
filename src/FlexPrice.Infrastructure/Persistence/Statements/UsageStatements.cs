namespace FlexPrice.Infrastructure.Persistence.Statements;

internal static class UsageStatements
{
    public static Dictionary<string, string> In(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["usage.inspect"] = $"{SubjectsOfCustomers(syntax)} SELECT customer_id, 'subject', id, '', NULL, NULL, NULL, NULL FROM subjects",
        ["usage.inspect_with_volumes"] = $"""
            {SubjectsOfCustomers(syntax)}
            SELECT customer_id, 'subject', id, '', NULL, NULL, NULL,
                (SELECT CAST(count(*) AS bigint) FROM usage_events e WHERE e.tenant_id = @tenant AND e.environment_id = @environment AND e.subject_id = subjects.id)
            FROM subjects
            """,
        ["usage.destroy_subjects"] = $"""
            {SubjectsOfCustomers(syntax)}
            DELETE FROM usage_subjects WHERE tenant_id = @tenant AND environment_id = @environment AND id IN (SELECT id FROM subjects)
            """,
        ["usage.erase_batch"] = $"""
            DELETE FROM usage_events
            WHERE tenant_id = @tenant AND environment_id = @environment AND id IN (
                SELECT {syntax.Top}id FROM usage_events
                WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("subject_id", "@subjects")}{syntax.Limit})
            """,
    };

    // Usage that arrived while nobody published held the external id belongs to the customer who holds it still; of two archived ones, to whichever is deleted first.
    private static string SubjectsOfCustomers(SqlSyntax syntax) => $"""
        WITH asked AS (SELECT value AS id FROM {syntax.Rows("@customers", "given")}),
        subjects (customer_id, id) AS (
            SELECT u.customer_id, u.id
            FROM asked
            {syntax.JoinInOrder} usage_subjects u ON u.tenant_id = @tenant AND u.environment_id = @environment AND u.customer_id = asked.id
            UNION ALL
            SELECT min(c.id), u.id
            FROM asked
            {syntax.JoinInOrder} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = asked.id
            {syntax.JoinInOrder} usage_subjects u ON u.tenant_id = @tenant AND u.environment_id = @environment
                AND u.external_id_hash = c.external_id_hash AND u.customer_id IS NULL
            GROUP BY u.id)
        """;
}
