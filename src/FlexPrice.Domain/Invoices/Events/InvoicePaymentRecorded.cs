using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices.Events;

/// <summary>The payment status of an invoice changed.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="OccurredAt">When.</param>
public sealed record InvoicePaymentRecorded(InvoiceId InvoiceId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
