namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>Locks on rows, in the order of <c>IRowLocks</c>. Of several rows they are taken ascending by id, the tops of families first.</summary>
internal static class LockStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["customers.roots"] = $"""
            {Above(syntax)}
            SELECT DISTINCT id FROM above WHERE parent_id IS NULL{syntax.AtAnyDepth}
            """,
        ["customers.lock_roots"] = $"""
            {Above(syntax)}
            SELECT root.id FROM customers root
            WHERE root.tenant_id = @tenant AND root.environment_id = @environment AND root.id IN (SELECT above.id FROM above WHERE above.parent_id IS NULL)
            ORDER BY root.id{syntax.ForUpdate}
            """,
        ["customers.lock"] = $"""
            SELECT id FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@ids")}
            ORDER BY {RootsFirst("parent_customer_id", "id")}{syntax.ForUpdate}
            """,
        ["customers.hold"] = $"""
            SELECT id FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@ids")}
            ORDER BY {RootsFirst("parent_customer_id", "id")}{syntax.ForShare}
            """,
        ["customers.hold_by_external_id"] = $"""
            SELECT id FROM customers
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.InQuery("id", CurrentAndFormerHolders(syntax))}
            ORDER BY {RootsFirst("parent_customer_id", "id")}{syntax.ForShare}
            """,

        // With concurrent writers each server has its own form.
        ["external_ids.hold"] = $"SELECT id FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("external_id_hash", "@ids")}",
        ["external_ids.lock"] = $"SELECT id FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("external_id_hash", "@ids")}",

        // The environment's row represents all its keys, so that a key in the process of being issued is locked too.
        ["api_keys.hold"] = $"SELECT id FROM environments WHERE tenant_id = @tenant AND id = @environment{syntax.ForShare}",
        ["api_keys.lock"] = $"SELECT id FROM environments WHERE tenant_id = @tenant AND id = @environment{syntax.ForUpdate}",
        ["invoice_counters.lock"] = $"SELECT environment_id FROM invoice_counters WHERE tenant_id = @tenant AND environment_id = @environment{syntax.ForUpdate}",
    };

    /// <summary>The order of customers, by the columns of the parent and of the id. A deletion of a family locks its top before it knows the others, and each of them may have a smaller id.</summary>
    public static string RootsFirst(string parent, string id) => $"CASE WHEN {parent} IS NULL THEN 0 ELSE 1 END, {id}";

    /// <summary>The ids of the current and former holders of the external ids.</summary>
    public static string CurrentAndFormerHolders(SqlSyntax syntax) => $"""
        SELECT now.id FROM customers now
                WHERE now.tenant_id = @tenant AND now.environment_id = @environment AND {syntax.In("now.external_id_hash", "@ids")}
                UNION ALL
                SELECT before.customer_id FROM past_holdings before
                WHERE before.tenant_id = @tenant AND before.environment_id = @environment AND {syntax.In("before.external_id_hash", "@ids")} AND before.customer_id IS NOT NULL
        """;

    // The customers and all their ancestors.
    private static string Above(SqlSyntax syntax) => $"""
        {syntax.WithRecursive} above (id, parent_id) AS (
            SELECT id, parent_customer_id FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@ids")}
            UNION ALL
            SELECT c.id, c.parent_customer_id
            FROM above {syntax.JoinAbove} customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = above.parent_id)
        """;
}
