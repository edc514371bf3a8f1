using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Customers;

/// <summary>The customers of the caller's environment.</summary>
public interface ICustomerRepository : IRepository<Customer>
{
    /// <summary>The customers above a customer, the nearest first.</summary>
    Task<IReadOnlyList<CustomerId>> AncestorsAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Removes customers for good. All references to them must be removed before.</summary>
    Task RemoveAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The deletion of a deleted customer, or null.</summary>
    Task<DeletionId?> FindDeletionAsync(CustomerId id, CancellationToken cancellationToken);
}
