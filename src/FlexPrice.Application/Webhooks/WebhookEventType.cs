namespace FlexPrice.Application.Webhooks;

/// <summary>FlexPrice's names of what is announced.</summary>
internal static class WebhookEventType
{
    public const string CustomerCreated = "customer.created";
    public const string CustomerUpdated = "customer.updated";
    public const string CustomerDeleted = "customer.deleted";
    public const string SubscriptionCreated = "subscription.created";
    public const string SubscriptionCancelled = "subscription.cancelled";
    public const string WalletCreated = "wallet.created";
    public const string WalletTerminated = "wallet.terminated";
}
