using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Retention;

/// <summary>One line of an invoice.</summary>
/// <param name="Id">The line.</param>
/// <param name="Amount">What it costs.</param>
/// <param name="Quantity">How many.</param>
/// <param name="DisplayName">What the invoice calls it.</param>
/// <param name="PriceId">The price.</param>
/// <param name="PeriodStart">When the period that it bills begins.</param>
/// <param name="PeriodEnd">When the period that it bills ends.</param>
/// <param name="Metadata">The tenant's own pairs.</param>
public sealed record DocumentLine(
    InvoiceLineItemId Id,
    decimal Amount,
    decimal Quantity,
    string DisplayName,
    string? PriceId,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    IReadOnlyDictionary<string, string>? Metadata)
{
    internal static DocumentLine Of(InvoiceLineItem line) =>
        new(line.Id, line.Amount, line.Quantity, line.DisplayName, line.PriceId, line.PeriodStart, line.PeriodEnd, line.Metadata);
}
