namespace FlexPrice.Application.Invoices.CreateInvoice;

/// <summary>One line of an invoice, as it was sent.</summary>
public sealed record InvoiceLineToCreate
{
    /// <summary>What it costs. Required.</summary>
    public decimal? Amount { get; init; }

    /// <summary>How many. Default 1.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>At most 255 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>At most 50 characters.</summary>
    public string? PriceId { get; init; }

    /// <summary>When the period that it bills begins.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>When the period that it bills ends.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>The tenant's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
