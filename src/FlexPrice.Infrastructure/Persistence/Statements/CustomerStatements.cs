namespace FlexPrice.Infrastructure.Persistence.Statements;

internal static class CustomerStatements
{
    public static Dictionary<string, string> In(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["customers.ancestors"] = $"""
            {syntax.WithRecursive} above (id, depth) AS (
                SELECT parent_customer_id, 1 FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND id = @root
                UNION ALL
                SELECT c.parent_customer_id, above.depth + 1
                FROM above {syntax.JoinInOrder} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = above.id)
            SELECT id FROM above WHERE id IS NOT NULL ORDER BY depth{syntax.AtAnyDepth}
            """,
        ["customers.delete"] = $"""
            DELETE FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@customers")}
            """,
        ["child_customers.inspect"] = $"""
            SELECT parent_customer_id, 'child', id, status, NULL, NULL, NULL, NULL
            FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("parent_customer_id", "@customers")}
            """,
        ["child_customers.detach"] = $"""
            UPDATE customers SET parent_customer_id = NULL, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("parent_customer_id", "@customers")}
            """,
        ["child_customers.reparent"] = $"""
            UPDATE customers SET parent_customer_id = @target, updated_at = @now, updated_by = @actor, version = version + 1
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("parent_customer_id", "@customers")}
            """,
        ["child_customers.unlink_family"] = $"""
            UPDATE customers SET parent_customer_id = NULL
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("parent_customer_id", "@customers")}
            """,
        ["legal_hold.inspect"] = $"""
            SELECT customer_id, 'hold', id, CASE WHEN released_at IS NULL THEN 'in_force' ELSE 'released' END, NULL, NULL, NULL, NULL
            FROM legal_holds
            WHERE {syntax.OfCustomers}
            """,
        ["legal_hold.delete_released"] = $"""
            DELETE FROM legal_holds
            WHERE tenant_id = @tenant AND environment_id = @environment AND released_at IS NOT NULL
                AND {syntax.In("customer_id", "@customers")}
            """,
    };
}
