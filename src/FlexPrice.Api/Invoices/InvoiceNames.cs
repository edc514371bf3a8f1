using FlexPrice.Domain.Invoices;

namespace FlexPrice.Api.Invoices;

/// <summary>What the values of invoices are called on the wire.</summary>
internal static class InvoiceNames
{
    public static string Of(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => "DRAFT",
        InvoiceStatus.Finalized => "FINALIZED",
        InvoiceStatus.Voided => "VOIDED",
    };

    public static string Of(PaymentStatus status) => status switch
    {
        PaymentStatus.Initiated => "INITIATED",
        PaymentStatus.Pending => "PENDING",
        PaymentStatus.Processing => "PROCESSING",
        PaymentStatus.Succeeded => "SUCCEEDED",
        PaymentStatus.Overpaid => "OVERPAID",
        PaymentStatus.Failed => "FAILED",
        PaymentStatus.Refunded => "REFUNDED",
        PaymentStatus.PartiallyRefunded => "PARTIALLY_REFUNDED",
        PaymentStatus.Voided => "VOIDED",
    };

    public static string Of(InvoiceType type) => type switch
    {
        InvoiceType.Subscription => "SUBSCRIPTION",
        InvoiceType.OneOff => "ONE_OFF",
        InvoiceType.Credit => "CREDIT",
    };

    public static string Of(BillingReason reason) => reason switch
    {
        BillingReason.Manual => "MANUAL",
        BillingReason.SubscriptionCreate => "SUBSCRIPTION_CREATE",
        BillingReason.SubscriptionCycle => "SUBSCRIPTION_CYCLE",
        BillingReason.SubscriptionUpdate => "SUBSCRIPTION_UPDATE",
        BillingReason.Proration => "PRORATION",
    };
}
