using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices.Events;

/// <summary>An invoice was given up: what is left of it will not be paid.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="OccurredAt">When.</param>
public sealed record InvoiceWrittenOff(InvoiceId InvoiceId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
