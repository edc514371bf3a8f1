using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>What a customer has agreed to pay for, period after period.</summary>
public sealed class Subscription : AggregateRoot
{
    private readonly List<SubscriptionLineItem> _lineItems = [];

    private Subscription()
    {
    }

    private Subscription(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The subscription's id.</summary>
    public SubscriptionId Id { get; private set; }

    /// <summary>The customer that uses it.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The payer, if it is not <see cref="CustomerId"/>.</summary>
    public CustomerId? InvoicingCustomerId { get; private set; }

    /// <summary>The subscription that this one is inherited from.</summary>
    public SubscriptionId? ParentSubscriptionId { get; private set; }

    /// <summary>The plan.</summary>
    [NotPersonal("The id of a plan in the catalogue.")]
    public string PlanId { get; private set; } = "";

    /// <summary>ISO 4217 code in lower case.</summary>
    [NotPersonal("A currency.")]
    public string Currency { get; private set; } = "";

    /// <summary>Whether it runs.</summary>
    public SubscriptionStatus Status { get; private set; }

    /// <summary>How long one period is.</summary>
    public BillingPeriod BillingPeriod { get; private set; }

    /// <summary>How many periods are billed at once, 1 or more.</summary>
    public int BillingPeriodCount { get; private set; } = 1;

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset StartDate { get; private set; }

    /// <summary>When it ends or ended, UTC; null while open-ended.</summary>
    public DateTimeOffset? EndDate { get; private set; }

    /// <summary>When the running period began, UTC.</summary>
    public DateTimeOffset CurrentPeriodStart { get; private set; }

    /// <summary>When the running period ends, UTC.</summary>
    public DateTimeOffset CurrentPeriodEnd { get; private set; }

    /// <summary>When a cancellation takes or took effect, UTC; null for none.</summary>
    public DateTimeOffset? CancelAt { get; private set; }

    /// <summary>Whether it ends with its running period and does not renew.</summary>
    public bool CancelAtPeriodEnd { get; private set; }

    /// <summary>When it was cancelled, UTC.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Whether <see cref="CancelAtPeriodEnd"/> was set because the customer was archived; publishing the customer takes exactly that back.</summary>
    public bool EndsBecauseArchived { get; private set; }

    /// <summary>The tenant's own pairs; null when never given.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public IReadOnlyDictionary<string, string>? Metadata { get; private set; }

    /// <summary>What it bills.</summary>
    public IReadOnlyList<SubscriptionLineItem> LineItems => _lineItems;

    /// <summary>Makes a subscription.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">Its id.</param>
    /// <param name="customer">The customer that uses it. Refused when archived.</param>
    /// <param name="payer">The payer, if it is another customer. Refused when archived.</param>
    /// <param name="terms">What is agreed.</param>
    /// <param name="status">How it begins: active, trialing, incomplete or draft.</param>
    /// <param name="change">Time and actor.</param>
    public static Result<Subscription> Start(
        EnvironmentScope scope,
        SubscriptionId id,
        Customer customer,
        Customer? payer,
        SubscriptionTerms terms,
        SubscriptionStatus status,
        Change change)
    {
        if (customer.Status == CustomerStatus.Archived)
        {
            return CustomerErrors.Archived(customer.Id, "The customer must be active to create a subscription");
        }

        if (payer is { Status: CustomerStatus.Archived })
        {
            return CustomerErrors.Archived(payer.Id, "The invoicing customer must be active to pay for a subscription");
        }

        var (periodStart, periodEnd) = terms.Period.PeriodAt(terms.PeriodCount, terms.StartDate, change.At);
        var subscription = new Subscription(scope, change)
        {
            Id = id,
            CustomerId = customer.Id,
            InvoicingCustomerId = payer?.Id == customer.Id ? null : payer?.Id,
            ParentSubscriptionId = terms.ParentSubscriptionId,
            PlanId = terms.PlanId,
            Currency = terms.Currency,
            Status = status,
            BillingPeriod = terms.Period,
            BillingPeriodCount = terms.PeriodCount,
            StartDate = terms.StartDate,
            EndDate = terms.EndDate,
            CurrentPeriodStart = periodStart,
            CurrentPeriodEnd = periodEnd,
            Metadata = terms.Metadata,
        };
        subscription.Raise(new SubscriptionCreated(id, customer.Id, change.At));
        return subscription;
    }

    /// <summary>Adds something to bill.</summary>
    /// <param name="id">The line item's id.</param>
    /// <param name="terms">What it is.</param>
    public void AddLineItem(SubscriptionLineItemId id, LineItemTerms terms) => _lineItems.Add(SubscriptionLineItem.Of(this, id, terms));

    /// <summary>Ends the subscription now.</summary>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? CancelNow(Change change)
    {
        if (Status == SubscriptionStatus.Cancelled)
        {
            return SubscriptionErrors.AlreadyCancelled();
        }

        Status = SubscriptionStatus.Cancelled;
        CancelAtPeriodEnd = false;
        CancelAt = CancelledAt = EndDate = change.At;
        Touch(change);
        Raise(new SubscriptionCancelled(Id, CustomerId, change.At));
        return null;
    }

    /// <summary>Lets the subscription end with its running period.</summary>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? CancelAtEndOfPeriod(Change change)
    {
        if (Status == SubscriptionStatus.Cancelled)
        {
            return SubscriptionErrors.AlreadyCancelled();
        }

        if (CancelAtPeriodEnd && !EndsBecauseArchived)
        {
            return SubscriptionErrors.AlreadyScheduled();
        }

        CancelAtPeriodEnd = true;
        CancelAt = CurrentPeriodEnd;
        EndsBecauseArchived = false;
        Touch(change);
        return null;
    }

    /// <summary>Ends the subscription when its end has come: the end of the period with which it was cancelled, or its end date. Does nothing before, or when it has ended.</summary>
    /// <param name="change">Time and actor.</param>
    public void EndIfDue(Change change)
    {
        var end = CancelAt is null || EndDate < CancelAt ? EndDate : CancelAt;
        if (Status == SubscriptionStatus.Cancelled || end is null || end > change.At)
        {
            return;
        }

        Status = SubscriptionStatus.Cancelled;
        CancelAt = CancelledAt = EndDate = end;
        Touch(change);
        Raise(new SubscriptionCancelled(Id, CustomerId, change.At));
    }

    /// <summary>Names another payer.</summary>
    /// <param name="payer">The payer; null or the customer itself for the customer. Refused when archived.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? ChangePayer(Customer? payer, Change change)
    {
        if (payer is { Status: CustomerStatus.Archived })
        {
            return CustomerErrors.Archived(payer.Id, "The invoicing customer must be active to pay for a subscription");
        }

        InvoicingCustomerId = payer?.Id == CustomerId ? null : payer?.Id;
        Touch(change);
        return null;
    }
}
