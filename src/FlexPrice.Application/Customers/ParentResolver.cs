using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Finds the parent that a request names.</summary>
internal sealed class ParentResolver(ICustomerRepository customers, CustomerResolver resolver)
{
    private const string IdField = "parent_customer_id";
    private const string ExternalIdField = "parent_customer_external_id";

    public async Task<Result<Parent>> ResolveAsync(CustomerFields fields, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(fields.ParentCustomerId))
        {
            return TypedId.TryParse<CustomerId>(fields.ParentCustomerId, out var id) && await customers.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is { } byId
                ? new Parent(IsNamed: true, byId)
                : CustomerErrors.ParentNotFound(IdField, fields.ParentCustomerId);
        }

        if (!string.IsNullOrEmpty(fields.ParentCustomerExternalId))
        {
            return await resolver.FindByExternalIdAsync(fields.ParentCustomerExternalId, cancellationToken) is { } byExternalId
                ? new Parent(IsNamed: true, byExternalId)
                : CustomerErrors.ParentNotFound(ExternalIdField, fields.ParentCustomerExternalId);
        }

        return new Parent(IsNamed: fields.ParentCustomerId is not null, null);
    }

    /// <summary>What a request says about the parent.</summary>
    /// <param name="IsNamed">Whether it says anything.</param>
    /// <param name="Customer">The parent, null for none.</param>
    internal sealed record Parent(bool IsNamed, Customer? Customer);
}
