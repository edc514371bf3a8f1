using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>
/// Locks that are held until the transaction ends. Everybody takes them in one order: first families (before them only the place of a deletion under its allowance), then customers, all of them in one call (those at the top of a family first, then ascending by id),
/// then external ids, then the invoice counter, then the API keys. What is decided upon is read after the lock. An embedded database has one writer and needs none: nothing happens there.
/// </summary>
public interface IRowLocks
{
    /// <summary>Keeps the families of these customers as they are: nobody else sets or clears a parent in them, or removes one of them.</summary>
    /// <exception cref="HierarchyChangedException">A family got another root while it was waited for.</exception>
    Task LockFamiliesAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Keeps the customers for oneself, to change or remove them.</summary>
    Task LockExclusiveAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Keeps the customers as they are, beside others who do: nobody changes or removes them. For whatever creates, moves or changes something that hangs on them: a deletion counts and announces what it has read. What was loaded before has a version, by which a change comes out.</summary>
    Task LockSharedAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Holds all customers, published or archived, who have one of these external ids or had it before.</summary>
    Task LockSharedByExternalIdAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken);

    /// <summary>Looks whether customers were held by their external ids.</summary>
    /// <exception cref="ExternalIdReassignedException">One of them got the external id while it was waited for.</exception>
    void RequireLocked(IReadOnlyCollection<CustomerId> customers);

    /// <summary>Keeps external ids that nobody holds from being taken, beside others who do: who takes one must see what was collected under it.</summary>
    /// <returns>Whether something was locked, so that what was read before may be outdated.</returns>
    Task<bool> LockExternalIdsSharedAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken);

    /// <summary>Keeps external ids for oneself, to take them.</summary>
    /// <returns>Whether something was locked, so that what was read before may be outdated.</returns>
    Task<bool> LockExternalIdsExclusiveAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken);

    /// <summary>Keeps the environment's API keys from being revoked with their descendants, beside others who do. For issuing a key.</summary>
    Task LockApiKeysSharedAsync(CancellationToken cancellationToken);

    /// <summary>Keeps others from issuing API keys in the environment: to revoke one with all its descendants.</summary>
    Task LockApiKeysExclusiveAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the counter of the environment's invoices for oneself.</summary>
    Task LockInvoiceCounterAsync(CancellationToken cancellationToken);
}
