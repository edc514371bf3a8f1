using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Retention;

/// <summary>Finds and destroys sealed documents in the caller's environment, without opening one.</summary>
public interface IDocumentStore
{
    /// <summary>The invoices of deleted customers whose retention has ended and whose sealed documents still exist, the earliest end first.</summary>
    Task<IReadOnlyList<InvoiceId>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Destroys the sealed documents of invoices with their keys, in the running transaction.</summary>
    Task DestroyAsync(IReadOnlyList<InvoiceId> invoices, CancellationToken cancellationToken);
}
