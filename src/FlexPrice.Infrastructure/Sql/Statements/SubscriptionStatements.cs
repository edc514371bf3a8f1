namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class SubscriptionStatements
{
    private const string Changed = "updated_at = @now, updated_by = @actor, version = version + 1";

    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["subscriptions.inspect"] = $"""
            WITH asked AS (SELECT value AS id FROM {syntax.Rows("@customers", "given")})
            SELECT s.customer_id, 'owned', s.id, s.status, s.parent_subscription_id, s.currency, NULL,
                (SELECT CAST(count(*) AS bigint) FROM subscription_line_items i
                 WHERE i.tenant_id = s.tenant_id AND i.environment_id = s.environment_id AND i.subscription_id = s.id)
            FROM subscriptions s
            WHERE s.tenant_id = @tenant AND s.environment_id = @environment AND s.customer_id IN (SELECT asked.id FROM asked)
            UNION ALL
            SELECT s.invoicing_customer_id, 'paid_for', s.id, s.status, s.customer_id, s.currency, NULL,
                (SELECT CAST(count(*) AS bigint) FROM subscriptions p
                 WHERE p.tenant_id = s.tenant_id AND p.environment_id = s.environment_id AND p.id = s.parent_subscription_id
                    AND p.customer_id IN (SELECT asked.id FROM asked))
            FROM subscriptions s
            WHERE s.tenant_id = @tenant AND s.environment_id = @environment
                AND s.invoicing_customer_id IN (SELECT asked.id FROM asked) AND s.customer_id NOT IN (SELECT asked.id FROM asked)
            UNION ALL
            SELECT p.customer_id, 'inherited_elsewhere', s.id, s.status, p.id, s.currency, NULL, NULL
            FROM subscriptions p
            {syntax.JoinInOrder} subscriptions s ON s.tenant_id = p.tenant_id AND s.environment_id = p.environment_id AND s.parent_subscription_id = p.id
            WHERE p.tenant_id = @tenant AND p.environment_id = @environment
                AND p.customer_id IN (SELECT asked.id FROM asked) AND s.customer_id NOT IN (SELECT asked.id FROM asked)
            """,
        ["subscriptions.detach_inherited"] = syntax.Update("subscriptions", $"parent_subscription_id = NULL, {Changed}", syntax.By("parent_subscription_id", "subscriptions")),
        ["subscriptions.unlink_payer"] = syntax.Update(
            "subscriptions",
            $"invoicing_customer_id = NULL, {Changed}",
            new Owned("invoicing_customer_id"),
            $"status = 'cancelled' AND {syntax.NotIn("customer_id", "@customers")}"),
        ["subscriptions.delete_line_items"] = syntax.Delete("subscription_line_items", syntax.By("subscription_id", "subscriptions")),
        ["subscriptions.delete"] = syntax.Delete("subscriptions", Owned.ByCustomers),
        ["subscriptions.end_with_period"] = syntax.Update(
            "subscriptions",
            $"cancel_at_period_end = {syntax.True}, cancel_at = current_period_end, ends_because_archived = {syntax.True}, {Changed}",
            Owned.ByCustomers,
            $"status <> 'cancelled' AND cancel_at_period_end = {syntax.False}"),
        ["subscriptions.take_back_end"] = syntax.Update(
            "subscriptions",
            $"cancel_at_period_end = {syntax.False}, cancel_at = NULL, ends_because_archived = {syntax.False}, {Changed}",
            Owned.ByCustomers,
            $"status <> 'cancelled' AND ends_because_archived = {syntax.True}"),
    };
}
