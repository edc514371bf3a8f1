namespace FlexPrice.Application.Webhooks;

/// <summary>FlexPrice's names of what is announced; it announces nothing about workflows, so those names are ours.</summary>
internal static class WebhookEventType
{
    public const string CustomerCreated = "customer.created";
    public const string CustomerUpdated = "customer.updated";
    public const string CustomerDeleted = "customer.deleted";
    public const string SubscriptionCreated = "subscription.created";
    public const string SubscriptionCancelled = "subscription.cancelled";
    public const string InvoiceUpdated = "invoice.update";
    public const string InvoiceFinalized = "invoice.update.finalized";
    public const string InvoicePaymentUpdated = "invoice.update.payment";
    public const string InvoiceVoided = "invoice.update.voided";
    public const string WalletCreated = "wallet.created";
    public const string WalletTerminated = "wallet.terminated";
    public const string WorkflowStarted = "workflow.started";
    public const string WorkflowStopped = "workflow.stopped";
}
