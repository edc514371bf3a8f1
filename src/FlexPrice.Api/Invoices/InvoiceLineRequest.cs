using FlexPrice.Application.Invoices.CreateInvoice;

namespace FlexPrice.Api.Invoices;

/// <summary>One line of a new invoice.</summary>
internal sealed record InvoiceLineRequest
{
    public decimal? Amount { get; init; }

    /// <summary>Default 1.</summary>
    public decimal? Quantity { get; init; }

    public string? DisplayName { get; init; }

    public string? PriceId { get; init; }

    public DateTimeOffset? PeriodStart { get; init; }

    public DateTimeOffset? PeriodEnd { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public InvoiceLineToCreate ToLine() => new()
    {
        Amount = Amount,
        Quantity = Quantity,
        DisplayName = DisplayName,
        PriceId = PriceId,
        PeriodStart = PeriodStart,
        PeriodEnd = PeriodEnd,
        Metadata = Metadata,
    };
}
