using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices;

/// <summary>The invoice with an id and everything on it, to be changed. Retained ones do not change and are not found.</summary>
internal sealed class CurrentInvoice : Specification<Invoice>
{
    public CurrentInvoice(InvoiceId id) => Query
        .Where(invoice => invoice.Id == id && invoice.DeletionId == null)
        .Include(invoice => invoice.LineItems)
        .Include(invoice => invoice.Payments);
}
