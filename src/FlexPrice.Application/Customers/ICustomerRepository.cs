using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Customers;

/// <summary>The customers of the caller's environment.</summary>
public interface ICustomerRepository : IRepository<Customer>
{
    /// <summary>The customers above a customer, the nearest first.</summary>
    Task<IReadOnlyList<CustomerId>> AncestorsAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Removes customers for good. Whatever refers to them must be gone.</summary>
    Task RemoveAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The record of the deletion of a customer who is gone, or null.</summary>
    Task<DeletionId?> FindDeletionAsync(CustomerId id, CancellationToken cancellationToken);
}
