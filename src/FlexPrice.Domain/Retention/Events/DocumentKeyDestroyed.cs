using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Retention.Events;

/// <summary>The retention of a document ended: its sealed content and its key were destroyed.</summary>
/// <param name="InvoiceId">The invoice, of which number, dates and money stay.</param>
/// <param name="OccurredAt">When.</param>
public sealed record DocumentKeyDestroyed(InvoiceId InvoiceId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "document.key_destroyed";

    /// <inheritdoc />
    public string AuditSubject => InvoiceId.Value;
}
