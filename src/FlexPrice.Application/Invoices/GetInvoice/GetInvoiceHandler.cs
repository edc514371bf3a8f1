using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Invoices.GetInvoice;

internal sealed class GetInvoiceHandler(
    IReadRepository<Invoice> invoices,
    IReadRepository<SealedDocument> documents,
    IDocumentSeal seal,
    ICaller caller) : IQueryHandler<GetInvoiceQuery, Result<InvoiceView>>
{
    public async Task<Result<InvoiceView>> HandleAsync(GetInvoiceQuery query, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<InvoiceId>(query.Id, out var id) || await invoices.FirstOrDefaultAsync(new AnyInvoice(id), cancellationToken) is not { } invoice)
        {
            return InvoiceErrors.NotFound(query.Id);
        }

        if (invoice.DeletionId is null)
        {
            return new InvoiceView(invoice, InvoiceDocument.Of(invoice));
        }

        if (!caller.HasPermission(Permission.RetentionRead))
        {
            return InvoiceErrors.NotFound(query.Id);
        }

        var document = await documents.FirstOrDefaultAsync(new DocumentOfInvoice(id), cancellationToken);
        if (document is null)
        {
            return new InvoiceView(invoice, InvoiceDocument.Empty);
        }

        return seal.Open(document) is { } opened ? new InvoiceView(invoice, opened) : InvoiceErrors.DocumentUnreadable();
    }
}
