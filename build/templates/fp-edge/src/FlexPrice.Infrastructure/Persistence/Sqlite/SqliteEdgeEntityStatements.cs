namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>The part of <see cref="SqliteStatements"/> that is about edge plurals.</summary>
internal static class SqliteEdgeEntityStatements
{
    private const string OfCustomers = "tenant_id = @tenant AND environment_id = @environment AND customer_id IN (SELECT value FROM json_each(@customers))";

    public static readonly IReadOnlyDictionary<string, string> Text = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["edge_table.inspect"] = $"""
            SELECT customer_id, 'edge words', id, CASE WHEN closed_at IS NULL THEN 'open' ELSE 'closed' END, NULL, NULL, NULL, NULL
            FROM edge_table
            WHERE {OfCustomers}
            """,
        ["edge_table.delete"] = $"DELETE FROM edge_table WHERE {OfCustomers}",
    };
}
