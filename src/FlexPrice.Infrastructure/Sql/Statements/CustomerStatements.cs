namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class CustomerStatements
{
    private const string Changed = "updated_at = @now, updated_by = @actor, version = version + 1";

    private static readonly Owned Children = new("parent_customer_id");

    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["customers.ancestors"] = $"""
            {syntax.WithRecursive} above (id, depth) AS (
                SELECT parent_customer_id, 1 FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                UNION ALL
                SELECT c.parent_customer_id, above.depth + 1
                FROM above {syntax.JoinAbove} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = above.id)
            SELECT id FROM above WHERE id IS NOT NULL ORDER BY depth{syntax.AtAnyDepth}
            """,
        ["customers.delete"] = syntax.Delete("customers", new Owned("id")),
        ["child_customers.inspect"] = $"SELECT parent_customer_id, 'child', id, status, NULL, NULL, NULL, NULL {syntax.From("customers", "child", Children)}",
        ["child_customers.detach"] = syntax.Update("customers", $"parent_customer_id = NULL, {Changed}", Children),
        ["child_customers.reparent"] = syntax.Update("customers", $"parent_customer_id = @target, {Changed}", Children),
        ["child_customers.unlink_family"] = syntax.Update("customers", "parent_customer_id = NULL", Children),
        ["legal_hold.inspect"] = $"""
            SELECT customer_id, 'hold', id, CASE WHEN released_at IS NULL THEN 'in_force' ELSE 'released' END, NULL, NULL, NULL, NULL
            {syntax.From("legal_holds", "hold", Owned.ByCustomers)}
            """,
        ["legal_hold.delete_released"] = syntax.Delete("legal_holds", Owned.ByCustomers, "released_at IS NOT NULL"),
    };
}
