namespace FlexPrice.Infrastructure.Persistence.Statements;

internal static class WalletStatements
{
    public static Dictionary<string, string> In(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["wallets.inspect"] = $"""
            SELECT w.customer_id, 'wallet', w.id, w.status, NULL, w.currency, w.balance,
                (SELECT CAST(count(*) AS bigint) FROM wallet_transactions t
                 WHERE t.tenant_id = w.tenant_id AND t.environment_id = w.environment_id AND t.wallet_id = w.id)
            FROM wallets w
            WHERE w.tenant_id = @tenant AND w.environment_id = @environment AND {syntax.In("w.customer_id", "@customers")}
            """,
        ["wallets.delete_transactions"] = $"""
            DELETE FROM wallet_transactions
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.InQuery("wallet_id", syntax.IdsOfCustomers("wallets"))}
            """,
        ["wallets.delete"] = $"""
            DELETE FROM wallets
            WHERE {syntax.OfCustomers}
            """,
        ["workflows.inspect"] = $"""
            SELECT customer_id, 'workflow', id, status, NULL, NULL, NULL, NULL
            FROM workflows
            WHERE {syntax.OfCustomers}
            """,
        ["workflows.delete"] = $"""
            DELETE FROM workflows
            WHERE {syntax.OfCustomers}
            """,
    };
}
