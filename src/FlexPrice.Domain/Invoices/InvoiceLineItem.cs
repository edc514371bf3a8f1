using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>One line of an invoice. Part of the <see cref="Invoice"/> aggregate.</summary>
public sealed class InvoiceLineItem : IEnvironmentScoped
{
    private InvoiceLineItem()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The line's id.</summary>
    public InvoiceLineItemId Id { get; private set; }

    /// <summary>The invoice.</summary>
    public InvoiceId InvoiceId { get; private set; }

    /// <summary>Its position on the invoice, 1 for the first line.</summary>
    public int Position { get; private set; }

    /// <summary>What it costs, in the invoice's currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>How many.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What the invoice calls it.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public string DisplayName { get; private set; } = "";

    /// <summary>The price; null for none.</summary>
    [NotPersonal("The id of a price in the catalogue.")]
    public string? PriceId { get; private set; }

    /// <summary>When the period that it bills begins, UTC.</summary>
    public DateTimeOffset? PeriodStart { get; private set; }

    /// <summary>When the period that it bills ends, UTC.</summary>
    public DateTimeOffset? PeriodEnd { get; private set; }

    /// <summary>The tenant's own pairs; null when never given.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public IReadOnlyDictionary<string, string>? Metadata { get; private set; }

    internal static InvoiceLineItem Of(Invoice invoice, InvoiceLineItemId id, int position, InvoiceLineTerms terms) => new()
    {
        TenantId = invoice.TenantId,
        EnvironmentId = invoice.EnvironmentId,
        Id = id,
        InvoiceId = invoice.Id,
        Position = position,
        Amount = terms.Amount,
        Quantity = terms.Quantity,
        DisplayName = terms.DisplayName,
        PriceId = terms.PriceId,
        PeriodStart = terms.PeriodStart,
        PeriodEnd = terms.PeriodEnd,
        Metadata = terms.Metadata,
    };
}
