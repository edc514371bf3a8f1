using FlexPrice.Api.Documentation;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Api.Subscriptions;

/// <summary>A new subscription.</summary>
internal sealed record CreateSubscriptionRequest
{
    /// <summary>Our id of the customer; wins over external_customer_id.</summary>
    public string? CustomerId { get; init; }

    public string? ExternalCustomerId { get; init; }

    public string? PlanId { get; init; }

    public string? Currency { get; init; }

    public string? BillingPeriod { get; init; }

    /// <summary>Default 1.</summary>
    public int? BillingPeriodCount { get; init; }

    /// <summary>Default: now.</summary>
    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    /// <summary>active (default), trialing, incomplete, paused or draft.</summary>
    public string? SubscriptionStatus { get; init; }

    /// <summary>The payer, if it is not the customer.</summary>
    [FlexPriceExtension]
    public string? InvoicingCustomerId { get; init; }

    public string? ParentSubscriptionId { get; init; }

    public InheritanceRequest? Inheritance { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>What it bills; there is no catalogue of plans to take it from.</summary>
    [FlexPriceExtension]
    public IReadOnlyList<LineItemRequest>? LineItems { get; init; }

    public CreateSubscriptionCommand ToCommand() => new()
    {
        Customer = new CustomerReference(CustomerId, ExternalCustomerId),
        PlanId = PlanId,
        Currency = Currency,
        BillingPeriod = BillingPeriod,
        BillingPeriodCount = BillingPeriodCount,
        StartDate = StartDate,
        EndDate = EndDate,
        SubscriptionStatus = SubscriptionStatus,
        InvoicingCustomerId = InvoicingCustomerId,
        ParentSubscriptionId = ParentSubscriptionId ?? Inheritance?.ParentSubscriptionId,
        Metadata = Metadata,
        LineItems = LineItems?.Select(item => item.ToTerms()).ToList(),
    };
}
