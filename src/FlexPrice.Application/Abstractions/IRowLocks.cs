using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>
/// Locks that are held until the transaction ends. All transactions take them in one order: first families (before them only a deletion's slot under its allowance), then customers, all of them in one call (roots of families first, then ascending by id),
/// then external ids, then the invoice counter, then the API keys. Read the data for a decision after the lock. An embedded database has one writer and needs no locks: there these methods do nothing.
/// </summary>
public interface IRowLocks
{
    /// <summary>Locks the families of these customers: no other transaction sets or clears a parent in them, or removes a member.</summary>
    /// <exception cref="HierarchyChangedException">A family got another root while it was waited for.</exception>
    Task LockFamiliesAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Keeps the customers for oneself, to change or remove them.</summary>
    Task LockExclusiveAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Takes a shared lock: no other transaction changes or removes the customers. Use it when creating, moving or changing dependents, because a deletion counts and announces what it has read. An entity loaded before the lock fails its version check if it is outdated.</summary>
    Task LockSharedAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Takes a shared lock on all customers, published or archived, that have or had one of these external ids.</summary>
    Task LockSharedByExternalIdAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken);

    /// <summary>Looks whether customers were held by their external ids.</summary>
    /// <exception cref="ExternalIdReassignedException">One of them got the external id while it was waited for.</exception>
    void RequireLocked(IReadOnlyCollection<CustomerId> customers);

    /// <summary>Takes a shared lock on external ids without a holder: no other transaction takes one of them. A customer that takes one must see the usage collected under it.</summary>
    /// <returns>Whether something was locked, so that what was read before may be outdated.</returns>
    Task<bool> LockExternalIdsSharedAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken);

    /// <summary>Keeps external ids for oneself, to take them.</summary>
    /// <returns>Whether something was locked, so that what was read before may be outdated.</returns>
    Task<bool> LockExternalIdsExclusiveAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken);

    /// <summary>Takes a shared lock on the environment's API keys, for issuing one: no other transaction revokes keys with their descendants.</summary>
    Task LockApiKeysSharedAsync(CancellationToken cancellationToken);

    /// <summary>Keeps others from issuing API keys in the environment: to revoke one with all its descendants.</summary>
    Task LockApiKeysExclusiveAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the counter of the environment's invoices for oneself.</summary>
    Task LockInvoiceCounterAsync(CancellationToken cancellationToken);
}
