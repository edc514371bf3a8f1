namespace FlexPrice.Domain.Invoices;

/// <summary>One line of an invoice that is made.</summary>
/// <param name="Amount">What it costs, 0 or more.</param>
/// <param name="Quantity">How many, 0 or more.</param>
/// <param name="DisplayName">What the invoice calls it, at most 255 characters.</param>
/// <param name="PriceId">The price, at most 50 characters; null for none.</param>
/// <param name="PeriodStart">When the period that it bills begins, UTC.</param>
/// <param name="PeriodEnd">When the period that it bills ends, UTC.</param>
/// <param name="Metadata">The tenant's own pairs.</param>
public sealed record InvoiceLineTerms(
    decimal Amount,
    decimal Quantity,
    string DisplayName,
    string? PriceId,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    IReadOnlyDictionary<string, string>? Metadata);
