using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices;

/// <summary>The invoice with an id and everything on it, retained or not, to be read only.</summary>
internal sealed class AnyInvoice : Specification<Invoice>
{
    public AnyInvoice(InvoiceId id) => Query
        .Where(invoice => invoice.Id == id)
        .Include(invoice => invoice.LineItems)
        .Include(invoice => invoice.Payments)
        .AsNoTracking();
}
