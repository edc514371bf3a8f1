using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Finds the parent that a request names, and keeps its family as it is until the request is committed.</summary>
internal sealed class ParentResolver(ICustomerRepository customers, CustomerResolver resolver, IRowLocks locks)
{
    private const string IdField = "parent_customer_id";
    private const string ExternalIdField = "parent_customer_external_id";

    /// <summary>Finds the parent of a new customer, locks its family, and takes a shared lock on it.</summary>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<Parent>> LockSharedAsync(CustomerFields fields, CancellationToken cancellationToken)
    {
        var named = await resolver.FindIdAsync(fields.Parent, cancellationToken);
        if (named is { } id)
        {
            await locks.LockFamiliesAsync([id], cancellationToken);
            await locks.LockSharedAsync([id], cancellationToken);
        }

        return await ReadAsync(fields, named, cancellationToken);
    }

    /// <summary>Finds the parent of an existing customer. Locks both families, then both customers in one call.</summary>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="placed">The customer to move.</param>
    /// <param name="isLocked">Whether the cascade has locked them already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<Parent>> LockExclusiveAsync(CustomerFields fields, CustomerId placed, bool isLocked, CancellationToken cancellationToken)
    {
        var named = await resolver.FindIdAsync(fields.Parent, cancellationToken);
        CustomerId[] both = named is { } id ? [id, placed] : [placed];
        if (isLocked)
        {
            return await ReadAsync(fields, named, cancellationToken);
        }

        if (IsSpecified(fields))
        {
            await locks.LockFamiliesAsync(both, cancellationToken);
        }

        await locks.LockExclusiveAsync(both, cancellationToken);
        return await ReadAsync(fields, named, cancellationToken);
    }

    private static bool IsSpecified(CustomerFields fields) => fields.ParentCustomerId is not null || !string.IsNullOrEmpty(fields.ParentCustomerExternalId);

    private async Task<Result<Parent>> ReadAsync(CustomerFields fields, CustomerId? named, CancellationToken cancellationToken)
    {
        if (!IsSpecified(fields))
        {
            return new Parent(IsNamed: false, null);
        }

        if (named is { } id && await customers.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is { } parent)
        {
            return new Parent(IsNamed: true, parent);
        }

        if (!string.IsNullOrEmpty(fields.ParentCustomerId))
        {
            return CustomerErrors.ParentNotFound(IdField, fields.ParentCustomerId);
        }

        return string.IsNullOrEmpty(fields.ParentCustomerExternalId)
            ? new Parent(IsNamed: true, null)
            : CustomerErrors.ParentNotFound(ExternalIdField, fields.ParentCustomerExternalId);
    }

    /// <summary>The parent in a request.</summary>
    /// <param name="IsNamed">Whether the request names a parent or clears it.</param>
    /// <param name="Customer">The parent, null for none.</param>
    internal sealed record Parent(bool IsNamed, Customer? Customer);
}
