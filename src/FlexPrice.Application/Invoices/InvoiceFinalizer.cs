using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Invoices;

/// <summary>Issues drafts: gives each its number, its addressee and its end of retention, and seals its personal content, so that a later deletion need not open it.</summary>
internal sealed class InvoiceFinalizer(
    IRepository<InvoiceCounter> counters,
    IReadRepository<RetentionPolicy> policies,
    IRepository<SealedDocument> documents,
    IDocumentSeal seal,
    IRowLocks locks,
    ICaller caller)
{
    /// <summary>Issues drafts in the order given.</summary>
    /// <returns>Null, or why one was refused; the transaction must then be rolled back.</returns>
    public async Task<Error?> FinalizeAsync(IReadOnlyList<(Invoice Invoice, Customer Customer)> drafts, Change change, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
        {
            return null;
        }

        var policy = await policies.FirstOrDefaultAsync(new RetentionPolicyOfEnvironment(), cancellationToken) ?? RetentionPolicy.Undecided(caller.Scope, change);
        await locks.LockInvoiceCounterAsync(cancellationToken);
        var counter = await counters.FirstOrDefaultAsync(new CounterOfEnvironment(), cancellationToken)
            ?? await counters.AddAsync(InvoiceCounter.Open(caller.Scope), cancellationToken);
        foreach (var (invoice, customer) in drafts)
        {
            if (invoice.Finalize(counter.Next(), BillTo.Of(customer), policy, change) is { } refused)
            {
                return refused;
            }

            var key = seal.NewWrappedKey();
            var content = seal.Seal(key, invoice.Id, InvoiceDocument.Of(invoice));
            await documents.AddAsync(SealedDocument.Keep(invoice, key, content, change.At), cancellationToken);
        }

        return null;
    }
}
