namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class EdgeEntityStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["edge_table.inspect"] = $"""
            SELECT customer_id, 'edge words', id, CASE WHEN closed_at IS NULL THEN 'open' ELSE 'closed' END, NULL, NULL, NULL, NULL
            {syntax.From("edge_table", "edge", Owned.ByCustomers)}
            """,
        ["edge_table.delete"] = syntax.Delete("edge_table", Owned.ByCustomers),
    };
}
