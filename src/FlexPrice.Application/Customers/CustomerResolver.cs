using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Finds the customer that a request names, or says why there is none.</summary>
public sealed class CustomerResolver(ICustomerRepository customers, ILookupHasher hasher, ICaller caller)
{
    /// <summary>Finds the customer.</summary>
    public async Task<Result<Customer>> ResolveAsync(CustomerReference reference, CancellationToken cancellationToken)
    {
        var id = await ResolveIdAsync(reference, cancellationToken);
        if (id.Error is not null)
        {
            return id.Error;
        }

        return await customers.FirstOrDefaultAsync(new CustomerById(id.Value), cancellationToken) is { } customer
            ? customer
            : await GoneAsync(id.Value, cancellationToken);
    }

    /// <summary>Finds the id. When only our id was sent, the customer need not exist.</summary>
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

        var found = await FindByExternalIdAsync(reference.ExternalId, cancellationToken);
        if (found is null)
        {
            return CustomerErrors.LookupKeyNotFound(reference.ExternalId);
        }

        return byId is { } other && other != found.Id ? CustomerReferenceErrors.Differ() : found.Id;
    }

    /// <summary>The published customer who holds an external id, or null.</summary>
    public Task<Customer?> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken) =>
        customers.FirstOrDefaultAsync(new PublishedCustomerByExternalId(Hash(externalId)), cancellationToken);

    /// <summary>The blind index of an external id.</summary>
    public LookupHash Hash(string externalId) => hasher.Hash(caller.Scope, LookupPurpose.ExternalCustomerId, externalId);

    /// <summary>Why there is no such customer: unknown, or deleted and when by which deletion.</summary>
    public async Task<Error> GoneAsync(CustomerId id, CancellationToken cancellationToken) =>
        await customers.FindDeletionAsync(id, cancellationToken) is { } deletion
            ? CustomerErrors.Deleted(id, deletion)
            : CustomerErrors.NotFound(id.Value);
}
