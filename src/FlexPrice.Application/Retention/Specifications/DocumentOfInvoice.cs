using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention;

/// <summary>The sealed document of an invoice.</summary>
internal sealed class DocumentOfInvoice : Specification<SealedDocument>
{
    public DocumentOfInvoice(InvoiceId id) => Query.Where(document => document.InvoiceId == id);
}
