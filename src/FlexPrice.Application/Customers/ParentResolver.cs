using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Finds the parent that a request names, and keeps its family as it is until the request is committed.</summary>
internal sealed class ParentResolver(ICustomerRepository customers, CustomerResolver resolver, IRowLocks locks)
{
    private const string IdField = "parent_customer_id";
    private const string ExternalIdField = "parent_customer_external_id";

    /// <summary>Finds the parent and locks its family, and that of the customer who is to be placed.</summary>
    /// <param name="fields">What the request says.</param>
    /// <param name="placed">Who is to be placed; null for somebody new.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<Parent>> ResolveAsync(CustomerFields fields, CustomerId? placed, CancellationToken cancellationToken)
    {
        if (fields.ParentCustomerId is null && string.IsNullOrEmpty(fields.ParentCustomerExternalId))
        {
            return new Parent(IsNamed: false, null);
        }

        var named = await FindIdAsync(fields, cancellationToken);
        await locks.LockFamiliesAsync([.. new[] { named, placed }.OfType<CustomerId>()], cancellationToken);
        if (named is { } id)
        {
            await locks.HoldAsync([id], cancellationToken);
            if (await customers.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is { } parent)
            {
                return new Parent(IsNamed: true, parent);
            }
        }

        if (!string.IsNullOrEmpty(fields.ParentCustomerId))
        {
            return CustomerErrors.ParentNotFound(IdField, fields.ParentCustomerId);
        }

        return string.IsNullOrEmpty(fields.ParentCustomerExternalId)
            ? new Parent(IsNamed: true, null)
            : CustomerErrors.ParentNotFound(ExternalIdField, fields.ParentCustomerExternalId);
    }

    private async Task<CustomerId?> FindIdAsync(CustomerFields fields, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(fields.ParentCustomerId))
        {
            return TypedId.TryParse<CustomerId>(fields.ParentCustomerId, out var id) ? id : null;
        }

        return string.IsNullOrEmpty(fields.ParentCustomerExternalId) ? null : await resolver.FindIdByExternalIdAsync(fields.ParentCustomerExternalId, cancellationToken);
    }

    /// <summary>What a request says about the parent.</summary>
    /// <param name="IsNamed">Whether it says anything.</param>
    /// <param name="Customer">The parent, null for none.</param>
    internal sealed record Parent(bool IsNamed, Customer? Customer);
}
