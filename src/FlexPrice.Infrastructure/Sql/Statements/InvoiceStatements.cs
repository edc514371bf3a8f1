namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class InvoiceStatements
{
    private const string Changed = "updated_at = @now, updated_by = @actor, version = version + 1";

    private const string Draft = "status = 'draft'";

    private const string Lines = """
        (SELECT CAST(count(*) AS bigint) FROM invoice_line_items l
                 WHERE l.tenant_id = i.tenant_id AND l.environment_id = i.environment_id AND l.invoice_id = i.id)
        """;

    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["subscriptions.unlink_invoices"] = syntax.Update("invoices", "subscription_id = NULL", syntax.By("subscription_id", "subscriptions")),
        ["draft_invoices.inspect"] = $"""
            SELECT i.customer_id, 'draft', i.id, i.status, NULL, i.currency, i.amount_due, {Lines}
            {syntax.From("invoices", "i", Owned.ByCustomers, Draft)}
            """,
        ["draft_invoices.delete_line_items"] = syntax.Delete("invoice_line_items", syntax.By("invoice_id", "invoices", Draft)),
        ["draft_invoices.delete"] = syntax.Delete("invoices", Owned.ByCustomers, Draft),
        ["outstanding_invoices.inspect"] = $"""
            SELECT customer_id, 'outstanding', id, CASE WHEN {syntax.Number("amount_paid")} > 0 THEN 'partly_paid' ELSE 'unpaid' END, NULL, currency, amount_remaining, NULL
            {syntax.From("invoices", "unpaid", Owned.ByCustomers, Outstanding(syntax))}
            UNION ALL
            SELECT customer_id, 'draft', id, 'unpaid', NULL, currency, amount_due, NULL
            {syntax.From("invoices", "draft", Owned.ByCustomers, Draft)}
            """,
        ["outstanding_invoices.void"] = syntax.Update("invoices", $"status = 'voided', voided_at = @now, {Changed}", Owned.ByCustomers, $"{Outstanding(syntax)} AND {syntax.Number("amount_paid")} = 0"),
        ["outstanding_invoices.write_off"] = syntax.Update("invoices", $"payment_status = 'failed', written_off_at = @now, {Changed}", Owned.ByCustomers, Outstanding(syntax)),
        ["retained_invoices.inspect"] = $"""
            SELECT i.customer_id, CASE WHEN i.status = 'draft' THEN 'draft' WHEN i.finalized_at IS NULL THEN 'never_issued' ELSE 'issued' END,
                i.id, i.status, NULL, i.currency, CASE WHEN i.status <> 'draft' AND i.finalized_at IS NULL THEN NULL ELSE i.total END, {Lines}, {syntax.NullTimestamp}
            {syntax.From("invoices", "i", Owned.ByCustomers)}
            UNION ALL
            SELECT i.customer_id, 'payments', i.id, i.payment_status, NULL, NULL, NULL, CAST(count(*) AS bigint), NULL
            FROM {syntax.Rows("@customers", "asked")}
            {syntax.JoinInOrder} invoices i ON i.tenant_id = @tenant AND i.environment_id = @environment AND i.customer_id = asked.value
            {syntax.JoinInOrder} invoice_payments p ON p.tenant_id = i.tenant_id AND p.environment_id = i.environment_id AND p.invoice_id = i.id
            GROUP BY i.customer_id, i.id, i.payment_status
            UNION ALL
            SELECT i.customer_id, 'document', i.id, '', NULL, NULL, NULL, i.retention_years, i.retained_until
            FROM {syntax.Rows("@customers", "asked")}
            {syntax.JoinInOrder} invoices i ON i.tenant_id = @tenant AND i.environment_id = @environment AND i.customer_id = asked.value
            {syntax.JoinInOrder} sealed_documents d ON d.tenant_id = i.tenant_id AND d.environment_id = i.environment_id AND d.invoice_id = i.id
            UNION ALL
            SELECT customer_id, 'document_to_be', id, '', NULL, NULL, NULL,
                (SELECT r.years FROM retention_policies r WHERE r.tenant_id = @tenant AND r.environment_id = @environment), NULL
            {syntax.From("invoices", "draft", Owned.ByCustomers, Draft)}
            """,
        ["retained_invoices.delete_line_items"] = syntax.Delete("invoice_line_items", syntax.By("invoice_id", "invoices")),
        ["retained_invoices.delete_payments"] = syntax.Delete("invoice_payments", syntax.By("invoice_id", "invoices")),
        ["retained_invoices.delete_never_issued"] = syntax.Delete("invoices", Owned.ByCustomers, "status = 'voided' AND finalized_at IS NULL"),
        ["retained_invoices.delete_documents"] = syntax.Delete("sealed_documents", syntax.By("invoice_id", "invoices")),
        ["retained_invoices.retain"] = syntax.Update("invoices", WithoutDependents(syntax), Owned.ByCustomers),
        ["retained_invoices.anonymize"] = syntax.Update("invoices", $"retained_until = NULL, retention_years = NULL, {WithoutDependents(syntax)}", Owned.ByCustomers),
    };

    // The customer owes nothing for a credit: it is retained and blocks nothing.
    private static string Outstanding(SqlSyntax syntax) => $"status = 'finalized' AND type <> 'credit' AND written_off_at IS NULL AND {syntax.Number("amount_remaining")} > 0";

    private static string WithoutDependents(SqlSyntax syntax) => $"""
        deletion_id = {syntax.DeletionOf("customer_id")}, customer_id = NULL, subscription_id = NULL, description = '', metadata = NULL,
                bill_to_name = '', bill_to_email = '', bill_to_line1 = '', bill_to_line2 = '',
                bill_to_city = '', bill_to_state = '', bill_to_postal_code = '', bill_to_country = '', {Changed}
        """;
}
