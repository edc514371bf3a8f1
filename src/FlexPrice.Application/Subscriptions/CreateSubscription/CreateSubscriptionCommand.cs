using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.CreateSubscription;

/// <summary>Makes a subscription.</summary>
[RequiresPermission(Permission.SubscriptionWrite)]
public sealed record CreateSubscriptionCommand : ICommand<CommandResult<SubscriptionId>>
{
    /// <summary>The customer. Required; our id takes precedence over the tenant's.</summary>
    public CustomerReference Customer { get; init; } = new(null);

    /// <summary>The plan. Required.</summary>
    public string? PlanId { get; init; }

    /// <summary>ISO 4217 code. Required.</summary>
    public string? Currency { get; init; }

    /// <summary>MONTHLY, ANNUAL, WEEKLY, DAILY, QUARTERLY or HALF_YEARLY. Required.</summary>
    public string? BillingPeriod { get; init; }

    /// <summary>How many periods are billed at once. Default 1.</summary>
    public int? BillingPeriodCount { get; init; }

    /// <summary>When it begins. Default: now.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The end date.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>active (default), trialing, incomplete, paused or draft.</summary>
    public string? SubscriptionStatus { get; init; }

    /// <summary>The payer, our id.</summary>
    public string? InvoicingCustomerId { get; init; }

    /// <summary>The subscription that this one is inherited from.</summary>
    public string? ParentSubscriptionId { get; init; }

    /// <summary>The tenant's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>What it bills.</summary>
    public IReadOnlyList<LineItemTerms>? LineItems { get; init; }
}
