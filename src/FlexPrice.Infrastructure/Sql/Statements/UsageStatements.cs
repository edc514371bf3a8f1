namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class UsageStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
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
            {syntax.Delete("usage_subjects", new Owned("id") { Query = "SELECT subjects.id FROM subjects" }, $"(customer_id IS NULL OR {syntax.In("customer_id", "@customers")})")}
            """,
        ["usage.erase_batch"] = syntax.Delete("usage_events", new Owned("id")
        {
            Query = $"SELECT {syntax.Top}e.id {syntax.From("usage_events", "e", new Owned("subject_id") { List = "@subjects" })}{syntax.Limit}",
        }),
    };

    // Usage without a customer, under an external id that the customer has or had. Unless another customer has it now, it can belong to no other. If two customers had it, it goes with the first that is deleted.
    private static string SubjectsOfCustomers(SqlSyntax syntax) => $"""
        WITH asked AS (SELECT value AS id FROM {syntax.Rows("@customers", "given")}),
        external_ids (customer_id, external_id_hash) AS (
            SELECT c.id, c.external_id_hash
            FROM asked
            {syntax.JoinInOrder} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = asked.id
            UNION
            SELECT p.customer_id, p.external_id_hash
            FROM asked
            {syntax.JoinInOrder} past_holdings p ON p.tenant_id = @tenant AND p.environment_id = @environment AND p.customer_id = asked.id
            WHERE NOT EXISTS (
                SELECT 1 FROM customers now
                WHERE now.tenant_id = @tenant AND now.environment_id = @environment AND now.external_id_hash = p.external_id_hash)),
        subjects (customer_id, id) AS (
            SELECT u.customer_id, u.id
            FROM asked
            {syntax.JoinInOrder} usage_subjects u ON u.tenant_id = @tenant AND u.environment_id = @environment AND u.customer_id = asked.id
            UNION ALL
            SELECT min(external_ids.customer_id), u.id
            FROM external_ids
            {syntax.JoinInOrder} usage_subjects u ON u.tenant_id = @tenant AND u.environment_id = @environment
                AND u.external_id_hash = external_ids.external_id_hash AND u.customer_id IS NULL
            GROUP BY u.id)
        """;
}
