using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>Money that came in for an invoice. Part of the <see cref="Invoice"/> aggregate.</summary>
public sealed class InvoicePayment : IEnvironmentScoped
{
    private InvoicePayment()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The payment's id.</summary>
    public InvoicePaymentId Id { get; private set; }

    /// <summary>The invoice.</summary>
    public InvoiceId InvoiceId { get; private set; }

    /// <summary>How much, more than 0, in the invoice's currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    internal static InvoicePayment Of(Invoice invoice, InvoicePaymentId id, decimal amount, DateTimeOffset at) => new()
    {
        TenantId = invoice.TenantId,
        EnvironmentId = invoice.EnvironmentId,
        Id = id,
        InvoiceId = invoice.Id,
        Amount = amount,
        RecordedAt = at,
    };
}
