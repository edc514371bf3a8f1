using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Finds the customer that a request names, or returns an error.</summary>
public sealed class CustomerResolver(ICustomerRepository customers, IRowLocks locks, ILookupHasher hasher, ICaller caller) : ICascadeRoots
{
    /// <summary>Loads the customer under a shared lock, for commands that create or move its dependents.</summary>
    /// <param name="reference">The customer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="others">Other customers to lock.</param>
    public async Task<Result<Customer>> LockSharedAsync(CustomerReference reference, CancellationToken cancellationToken, params IEnumerable<CustomerId> others)
    {
        var id = await ResolveIdAsync(reference, cancellationToken);
        if (id.Error is not null)
        {
            return id.Error;
        }

        await locks.LockSharedAsync([id.Value, .. others], cancellationToken);
        return await ReadLockedAsync(id.Value, reference, cancellationToken);
    }

    /// <summary>Reads a locked customer. Refuses if it no longer has the external id of the reference.</summary>
    internal async Task<Result<Customer>> ReadLockedAsync(CustomerId id, CustomerReference reference, CancellationToken cancellationToken)
    {
        if (await customers.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is not { } customer)
        {
            return await NotFoundErrorAsync(id, cancellationToken);
        }

        return !string.IsNullOrEmpty(reference.ExternalId) && (customer.ExternalIdHash != Hash(reference.ExternalId) || customer.Status != CustomerStatus.Published)
            ? CustomerErrors.LookupKeyNotFound(reference.ExternalId)
            : customer;
    }

    /// <summary>Finds the customer, to read it.</summary>
    public async Task<Result<Customer>> ResolveAsync(CustomerReference reference, CancellationToken cancellationToken)
    {
        var id = await ResolveIdAsync(reference, cancellationToken);
        if (id.Error is not null)
        {
            return id.Error;
        }

        return await customers.FirstOrDefaultAsync(new CustomerById(id.Value), cancellationToken) is { } customer
            ? customer
            : await NotFoundErrorAsync(id.Value, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Result<CustomerId>> ResolveIdAsync(CustomerReference reference, CancellationToken cancellationToken)
    {
        CustomerId? byId = null;
        if (!string.IsNullOrEmpty(reference.Id))
        {
            if (!TypedId.TryParse<CustomerId>(reference.Id, out var parsed))
            {
                return CustomerErrors.NotFound(reference.Id);
            }

            byId = parsed;
        }

        if (string.IsNullOrEmpty(reference.ExternalId))
        {
            return byId is { } id ? id : CustomerErrors.NotFound("");
        }

        var found = await FindIdByExternalIdAsync(reference.ExternalId, cancellationToken);
        if (found is null)
        {
            return CustomerErrors.LookupKeyNotFound(reference.ExternalId);
        }

        return byId is { } other && other != found ? CustomerReferenceErrors.Mismatch() : found.Value;
    }

    /// <summary>The published customer with an external id, or null.</summary>
    public Task<Customer?> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken) =>
        customers.FirstOrDefaultAsync(new PublishedCustomerByExternalId(Hash(externalId)), cancellationToken);

    /// <summary>The id of the published customer with an external id, or null. Loads no entity, because an entity loaded before a lock is outdated after it.</summary>
    public Task<CustomerId?> FindIdByExternalIdAsync(string externalId, CancellationToken cancellationToken) =>
        customers.FirstOrDefaultAsync(new HolderOfExternalId(Hash(externalId)), cancellationToken);

    /// <inheritdoc />
    public async Task<CustomerId?> FindIdAsync(CustomerReference? named, CancellationToken cancellationToken) => named switch
    {
        { Id: { } sent } => TypedId.TryParse<CustomerId>(sent, out var id) ? id : null,
        { ExternalId: { } externalId } => await FindIdByExternalIdAsync(externalId, cancellationToken),
        _ => null,
    };

    /// <summary>The blind index of an external id.</summary>
    public LookupHash Hash(string externalId) => hasher.Hash(caller.Scope, LookupPurpose.ExternalCustomerId, externalId);

    /// <inheritdoc />
    public async Task<Error> NotFoundErrorAsync(CustomerId id, CancellationToken cancellationToken) =>
        await customers.FindDeletionAsync(id, cancellationToken) is { } deletion
            ? CustomerErrors.Deleted(id, deletion)
            : CustomerErrors.NotFound(id.Value);

    /// <inheritdoc />
    public Error FamilyTooLarge(int limit) => CustomerErrors.FamilyTooLarge(limit);
}
