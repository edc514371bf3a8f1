using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Domain.Invoices;

/// <summary>A bill. Once issued it outlives its customer: when the customer is deleted it is retained without anything that names a person.</summary>
public sealed class Invoice : AggregateRoot
{
    private readonly List<InvoiceLineItem> _lineItems = [];
    private readonly List<InvoicePayment> _payments = [];

    private Invoice()
    {
    }

    private Invoice(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The invoice's id.</summary>
    public InvoiceId Id { get; private set; }

    /// <summary>Whose it is; null once it is retained.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>The customer's subscription that it bills; null for none and once it is retained.</summary>
    public SubscriptionId? SubscriptionId { get; private set; }

    /// <summary>The deletion of its customer, since which it is retained; null while the customer is there.</summary>
    public DeletionId? DeletionId { get; private set; }

    /// <summary>How far it has come.</summary>
    public InvoiceStatus Status { get; private set; }

    /// <summary>Whether it is paid.</summary>
    public PaymentStatus PaymentStatus { get; private set; } = PaymentStatus.Pending;

    /// <summary>What it is for.</summary>
    public InvoiceType Type { get; private set; }

    /// <summary>Why it was made.</summary>
    public BillingReason BillingReason { get; private set; }

    /// <summary>Its number, given when it is finalized; null before.</summary>
    [NotPersonal("A running number.")]
    public string? InvoiceNumber { get; private set; }

    /// <summary>ISO 4217 code in lower case.</summary>
    [NotPersonal("A currency.")]
    public string Currency { get; private set; } = "";

    /// <summary>Its money.</summary>
    public InvoiceAmounts Amounts { get; private set; } = new();

    /// <summary>When the period that it bills begins, UTC.</summary>
    public DateTimeOffset? PeriodStart { get; private set; }

    /// <summary>When the period that it bills ends, UTC.</summary>
    public DateTimeOffset? PeriodEnd { get; private set; }

    /// <summary>When it is to be paid, UTC.</summary>
    public DateTimeOffset? DueDate { get; private set; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset? FinalizedAt { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>When it was paid in full, UTC.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>When it was given up because its customer was deleted, UTC.</summary>
    public DateTimeOffset? WrittenOffAt { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 code of the country whose law applies; null when no statute is asserted.</summary>
    [NotPersonal("The country of the tenant.")]
    public string? IssuingCountry { get; private set; }

    /// <summary>The tenant's description; empty once it is retained.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public string Description { get; private set; } = "";

    /// <summary>The tenant's own pairs; null when never given and once it is retained.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public IReadOnlyDictionary<string, string>? Metadata { get; private set; }

    /// <summary>The addressee; empty while it is a draft and once it is retained.</summary>
    public BillTo BillTo { get; private set; } = BillTo.Empty;

    /// <summary>The retention period that held when it was issued, in years from the end of the calendar year; null before.</summary>
    public int? RetentionYears { get; private set; }

    /// <summary>The end of its retention, UTC; null before it is issued, and when it was anonymized.</summary>
    public DateTimeOffset? RetainedUntil { get; private set; }

    /// <summary>What it bills.</summary>
    public IReadOnlyList<InvoiceLineItem> LineItems => _lineItems;

    /// <summary>What was paid.</summary>
    public IReadOnlyList<InvoicePayment> Payments => _payments;

    /// <summary>Whether it is issued at its creation: single charges and credits have no draft phase, and an invoice with nothing due has nothing to wait for.</summary>
    public bool FinalizesItself => Type is InvoiceType.OneOff or InvoiceType.Credit || Amounts.Due == 0;

    /// <summary>Makes a draft.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">Its id.</param>
    /// <param name="customer">Whose it is. Refused when archived.</param>
    /// <param name="subscription">The billed subscription; null for none. Refused when it is another customer's: an invoice must not refer to a subscription that its customer's deletion does not remove.</param>
    /// <param name="terms">Its content.</param>
    /// <param name="nextLineId">Makes the ids of its lines.</param>
    /// <param name="change">Time and actor.</param>
    public static Result<Invoice> Create(
        EnvironmentScope scope,
        InvoiceId id,
        Customer customer,
        Subscription? subscription,
        InvoiceTerms terms,
        Func<InvoiceLineItemId> nextLineId,
        Change change)
    {
        if (customer.Status == CustomerStatus.Archived)
        {
            return CustomerErrors.Archived(customer.Id, "The customer must be active to create an invoice");
        }

        if (terms.Check(customer, subscription) is { } refused)
        {
            return refused;
        }

        var invoice = new Invoice(scope, change)
        {
            Id = id,
            CustomerId = customer.Id,
            SubscriptionId = subscription?.Id,
            Type = terms.Type,
            BillingReason = terms.Reason,
            Currency = terms.Currency,
            Amounts = terms.Amounts,
            PeriodStart = terms.PeriodStart,
            PeriodEnd = terms.PeriodEnd,
            DueDate = terms.DueDate,
            Description = terms.Description,
            Metadata = terms.Metadata,
        };
        invoice._lineItems.AddRange(terms.Lines.Select((line, index) => InvoiceLineItem.Of(invoice, nextLineId(), index + 1, line)));
        invoice.Raise(new InvoiceCreated(id, customer.Id, change.At));
        return invoice;
    }

    /// <summary>Issues the draft. Where nothing is due it is paid at once.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="billTo">The addressee.</param>
    /// <param name="retention">How long the environment keeps invoices.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Finalize(string number, BillTo billTo, RetentionPolicy retention, Change change)
    {
        if (Status != InvoiceStatus.Draft)
        {
            return InvoiceErrors.NotDraft();
        }

        Status = InvoiceStatus.Finalized;
        InvoiceNumber = number;
        BillTo = billTo;
        FinalizedAt = change.At;
        RetentionYears = retention.Years;
        RetainedUntil = RetentionPolicy.EndOf(change.At, retention.Years);
        if (Amounts.Due == 0)
        {
            PaymentStatus = PaymentStatus.Succeeded;
            PaidAt = change.At;
        }

        Touch(change);
        Raise(new InvoiceFinalized(Id, Owner, change.At));
        return null;
    }

    /// <summary>Records what has come in. What is the case already is not recorded again.</summary>
    /// <param name="paymentId">The id of the payment, when money came in.</param>
    /// <param name="status">The new payment status: pending with a part, succeeded with all, overpaid with more, or failed.</param>
    /// <param name="paidSoFar">The total amount received; null for the amount that follows from the status.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? RecordPayment(InvoicePaymentId paymentId, PaymentStatus status, decimal? paidSoFar, Change change)
    {
        if (Status != InvoiceStatus.Finalized)
        {
            return InvoiceErrors.NotPayable();
        }

        if (PaymentRules.Check(PaymentStatus, Amounts, status, paidSoFar) is { } refused)
        {
            return refused;
        }

        var paid = paidSoFar ?? (status == PaymentStatus.Succeeded ? Amounts.Due : Amounts.Paid);
        if (status == PaymentStatus && paid == Amounts.Paid)
        {
            return null;
        }

        if (paid > Amounts.Paid)
        {
            _payments.Add(InvoicePayment.Of(this, paymentId, paid - Amounts.Paid, change.At));
        }

        PaymentStatus = status;
        Amounts = Amounts.After(paid);
        PaidAt ??= Amounts.Remaining == 0 ? change.At : null;
        Touch(change);
        Raise(new InvoicePaymentRecorded(Id, Owner, change.At));
        return null;
    }

    /// <summary>Takes the invoice back.</summary>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Void(Change change)
    {
        if (Status == InvoiceStatus.Voided)
        {
            return InvoiceErrors.AlreadyVoided();
        }

        if (Amounts.Paid > 0)
        {
            return InvoiceErrors.Paid();
        }

        Status = InvoiceStatus.Voided;
        VoidedAt = change.At;
        Touch(change);
        Raise(new InvoiceVoided(Id, Owner, change.At));
        return null;
    }

    private CustomerId Owner => CustomerId ?? throw new InvalidOperationException("A retained invoice belongs to nobody and does not change.");
}
