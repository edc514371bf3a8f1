using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Retention;

internal sealed class DocumentStore(FlexPriceDbContext context) : IDocumentStore
{
    public async Task<IReadOnlyList<InvoiceId>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => await context.Invoices
        .Where(invoice => invoice.DeletionId != null && invoice.RetainedUntil <= now)
        .Where(invoice => context.SealedDocuments.Any(document => document.InvoiceId == invoice.Id))
        .OrderBy(invoice => invoice.RetainedUntil)
        .ThenBy(invoice => invoice.Id)
        .Select(invoice => invoice.Id)
        .Take(limit)
        .ToListAsync(cancellationToken);

    public Task DestroyAsync(IReadOnlyList<InvoiceId> invoices, CancellationToken cancellationToken)
    {
        var due = invoices.ToList();
        return context.SealedDocuments.Where(document => due.Contains(document.InvoiceId)).ExecuteDeleteAsync(cancellationToken);
    }
}
