using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Domain.Invoices;

/// <summary>The content of a new invoice.</summary>
/// <param name="Type">What it is for.</param>
/// <param name="Reason">Why it is made.</param>
/// <param name="Currency">ISO 4217 code in lower case.</param>
/// <param name="Amounts">Its money.</param>
/// <param name="PeriodStart">When the period that it bills begins, UTC.</param>
/// <param name="PeriodEnd">When the period that it bills ends, UTC.</param>
/// <param name="DueDate">When it is to be paid, UTC.</param>
/// <param name="Description">At most 1,000 characters, may be empty.</param>
/// <param name="Metadata">The tenant's own pairs.</param>
/// <param name="Lines">What it bills; their amounts make what is due. May be empty.</param>
public sealed record InvoiceTerms(
    InvoiceType Type,
    BillingReason Reason,
    string Currency,
    InvoiceAmounts Amounts,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    DateTimeOffset? DueDate,
    string Description,
    IReadOnlyDictionary<string, string>? Metadata,
    IReadOnlyList<InvoiceLineTerms> Lines)
{
    internal Error? Check(Customer customer, Subscription? subscription)
    {
        if (subscription is null && Type == InvoiceType.Subscription)
        {
            return InvoiceErrors.SubscriptionRequired();
        }

        if (subscription is not null && subscription.CustomerId != customer.Id)
        {
            return InvoiceErrors.SubscriptionOfAnother();
        }

        var sum = Lines.Sum(line => line.Amount);
        return Lines.Count > 0 && sum != Amounts.Due ? InvoiceErrors.LinesDiffer(sum, Amounts.Due) : null;
    }
}
