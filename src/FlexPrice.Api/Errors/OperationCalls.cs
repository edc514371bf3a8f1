using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Errors;

/// <summary>How the operations are called that hints mention.</summary>
internal static class OperationCalls
{
    private static readonly string Published = WireName.Of(CustomerStatus.Published);
    private static readonly string Paid = WireName.Of(PaymentStatus.Succeeded);

    public static OperationCall Of(Operation operation) => operation switch
    {
        Operation.GetCustomerByExternalId => new("GET", "/v1/customers/external/{external_id}"),
        Operation.PublishCustomer => new("PUT", "/v1/customers/{id}", $"{{\"status\":\"{Published}\"}}"),
        Operation.DetachCustomer => new("PUT", "/v1/customers/{id}", "{\"parent_customer_id\":\"\"}"),
        Operation.GetSubscription => new("GET", "/v1/subscriptions/{id}"),
        Operation.CancelSubscriptionNow => new("POST", "/v1/subscriptions/{id}/cancel", "{\"cancellation_type\":\"immediate\"}"),
        Operation.ChangePayer => new("PUT", "/v1/subscriptions/{id}", "{\"invoicing_customer_id\":\"cust_…\"}"),
        Operation.CreateInvoice => new("POST", "/v1/invoices"),
        Operation.GetInvoice => new("GET", "/v1/invoices/{id}"),
        Operation.FinalizeInvoice => new("POST", "/v1/invoices/{id}/finalize"),
        Operation.VoidInvoice => new("POST", "/v1/invoices/{id}/void"),
        Operation.RecordPayment => new("PUT", "/v1/invoices/{id}/payment", $"{{\"payment_status\":\"{Paid}\"}}"),
        Operation.CreateWallet => new("POST", "/v1/wallets"),
        Operation.TerminateWallet => new("POST", "/v1/wallets/{id}/terminate"),
        Operation.GetWorkflow => new("GET", "/v1/workflows/{id}"),
        Operation.StopWorkflow => new("POST", "/v1/workflows/{id}/stop"),
        Operation.IngestEvents => new("POST", "/v1/events/bulk"),
        Operation.GetDeletionPolicy => new("GET", "/v1/settings/deletion-policy"),
        Operation.RaiseDeletionLimit => new("PUT", "/v1/settings/deletion-policy", "{\"deletions_per_hour\":…}"),
        Operation.GetDeletion => new("GET", "/v1/deletions/{id}"),
        Operation.WaiveRecipient => new("POST", "/v1/deletions/{id}/recipients/{recipient_id}/waive", "{\"reason\":\"…\"}"),
    };
}
