using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices;

/// <summary>FlexPrice's words for the values of an invoice.</summary>
internal static class InvoiceValues
{
    public const string OneOff = "ONE_OFF";
    public const string Manual = "MANUAL";

    public static IReadOnlyDictionary<string, InvoiceType> Types { get; } = new Dictionary<string, InvoiceType>(StringComparer.Ordinal)
    {
        ["SUBSCRIPTION"] = InvoiceType.Subscription,
        [OneOff] = InvoiceType.OneOff,
        ["CREDIT"] = InvoiceType.Credit,
    };

    public static IReadOnlyDictionary<string, InvoiceStatus> Statuses { get; } = new Dictionary<string, InvoiceStatus>(StringComparer.Ordinal)
    {
        ["DRAFT"] = InvoiceStatus.Draft,
        ["FINALIZED"] = InvoiceStatus.Finalized,
        ["VOIDED"] = InvoiceStatus.Voided,
    };

    public static IReadOnlyDictionary<string, PaymentStatus> PaymentStatuses { get; } = new Dictionary<string, PaymentStatus>(StringComparer.Ordinal)
    {
        ["INITIATED"] = PaymentStatus.Initiated,
        ["PENDING"] = PaymentStatus.Pending,
        ["PROCESSING"] = PaymentStatus.Processing,
        ["SUCCEEDED"] = PaymentStatus.Succeeded,
        ["OVERPAID"] = PaymentStatus.Overpaid,
        ["FAILED"] = PaymentStatus.Failed,
        ["REFUNDED"] = PaymentStatus.Refunded,
        ["PARTIALLY_REFUNDED"] = PaymentStatus.PartiallyRefunded,
        ["VOIDED"] = PaymentStatus.Voided,
    };

    /// <summary>The payment statuses that can be recorded; the others are never reached here.</summary>
    public static IReadOnlyList<string> RecordedPaymentStatuses { get; } = ["PENDING", "SUCCEEDED", "OVERPAID", "FAILED"];

    public static IReadOnlyDictionary<string, BillingReason> Reasons { get; } = new Dictionary<string, BillingReason>(StringComparer.Ordinal)
    {
        [Manual] = BillingReason.Manual,
        ["SUBSCRIPTION_CREATE"] = BillingReason.SubscriptionCreate,
        ["SUBSCRIPTION_CYCLE"] = BillingReason.SubscriptionCycle,
        ["SUBSCRIPTION_UPDATE"] = BillingReason.SubscriptionUpdate,
        ["PRORATION"] = BillingReason.Proration,
    };
}
