using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Webhooks;

/// <summary>What webhooks say: ids only, never anything personal, so that a stored or repeated message survives no deletion.</summary>
internal static class WebhookData
{
    public static IReadOnlyDictionary<string, object?> Of(CustomerId customer) => new Dictionary<string, object?>
    {
        ["customer"] = Ids(("id", customer.Value)),
    };

    public static IReadOnlyDictionary<string, object?> Of(CustomerDeleted happened) => new Dictionary<string, object?>
    {
        ["customer"] = Ids(("id", happened.CustomerId.Value)),
        ["deletion_id"] = happened.DeletionId.Value,
        ["parent_deletion_id"] = happened.ParentDeletionId?.Value,
    };

    public static IReadOnlyDictionary<string, object?> Of(SubscriptionId subscription, CustomerId customer) => new Dictionary<string, object?>
    {
        ["subscription"] = Ids(("id", subscription.Value), ("customer_id", customer.Value)),
    };

    public static IReadOnlyDictionary<string, object?> Of(InvoiceId invoice, CustomerId customer) => new Dictionary<string, object?>
    {
        ["invoice"] = Ids(("id", invoice.Value), ("customer_id", customer.Value)),
    };

    public static IReadOnlyDictionary<string, object?> Of(WalletId wallet, CustomerId customer) => new Dictionary<string, object?>
    {
        ["wallet"] = Ids(("id", wallet.Value), ("customer_id", customer.Value)),
    };

    public static IReadOnlyDictionary<string, object?> Of(WorkflowId workflow, CustomerId customer) => new Dictionary<string, object?>
    {
        ["workflow"] = Ids(("id", workflow.Value), ("customer_id", customer.Value)),
    };

    private static Dictionary<string, string> Ids(params ReadOnlySpan<(string Name, string Id)> ids)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, id) in ids)
        {
            named.Add(name, id);
        }

        return named;
    }
}
