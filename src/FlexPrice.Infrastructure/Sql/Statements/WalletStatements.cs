namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class WalletStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["wallets.inspect"] = $"""
            SELECT w.customer_id, 'wallet', w.id, w.status, NULL, w.currency, w.balance,
                (SELECT CAST(count(*) AS bigint) FROM wallet_transactions t
                 WHERE t.tenant_id = w.tenant_id AND t.environment_id = w.environment_id AND t.wallet_id = w.id)
            {syntax.From("wallets", "w", Owned.ByCustomers)}
            """,
        ["wallets.delete_transactions"] = syntax.Delete("wallet_transactions", syntax.By("wallet_id", "wallets")),
        ["wallets.delete"] = syntax.Delete("wallets", Owned.ByCustomers),
        ["workflows.inspect"] = $"SELECT customer_id, 'workflow', id, status, NULL, NULL, NULL, NULL {syntax.From("workflows", "w", Owned.ByCustomers)}",
        ["workflows.delete"] = syntax.Delete("workflows", Owned.ByCustomers),
    };
}
