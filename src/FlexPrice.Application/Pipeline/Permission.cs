namespace FlexPrice.Application.Pipeline;

/// <summary>The permissions there are.</summary>
public static class Permission
{
#pragma warning disable CS1591 // The names say it.
    public const string CustomerRead = "customer:read";
    public const string CustomerWrite = "customer:write";
    public const string SubscriptionRead = "subscription:read";
    public const string SubscriptionWrite = "subscription:write";
    public const string InvoiceRead = "invoice:read";
    public const string InvoiceWrite = "invoice:write";
    public const string WalletRead = "wallet:read";
    public const string WalletWrite = "wallet:write";
    public const string WorkflowRead = "workflow:read";
    public const string WorkflowWrite = "workflow:write";
    public const string IntegrationRead = "integration:read";
    public const string IntegrationWrite = "integration:write";
    public const string EventRead = "event:read";
    public const string EventWrite = "event:write";
    public const string DeletionRead = "deletion:read";
    public const string DeletionPolicyRead = "deletion_policy:read";
    public const string DeletionPolicyWrite = "deletion_policy:write";
    public const string RetentionRead = "retention:read";
    public const string RetentionWrite = "retention:write";
    public const string WaiveWrite = "waive:write";
    public const string SecretRead = "secret:read";
    public const string SecretWrite = "secret:write";
#pragma warning restore CS1591
}
