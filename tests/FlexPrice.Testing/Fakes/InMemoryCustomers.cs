using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Testing.Fakes;

internal sealed class InMemoryCustomers(params IEnumerable<Customer> stored) : InMemoryRepository<Customer>(stored), ICustomerRepository
{
    public IDictionary<CustomerId, DeletionId> Deletions { get; } = new Dictionary<CustomerId, DeletionId>();

    public IList<CustomerId> Removed { get; } = [];

    public Task<IReadOnlyList<CustomerId>> AncestorsAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var ancestors = new List<CustomerId>();
        for (var above = ParentOf(id); above is { } parent; above = ParentOf(parent))
        {
            ancestors.Add(parent);
        }

        return Task.FromResult<IReadOnlyList<CustomerId>>(ancestors);
    }

    public Task RemoveAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            Removed.Add(id);
        }

        return Task.CompletedTask;
    }

    public Task<DeletionId?> FindDeletionAsync(CustomerId id, CancellationToken cancellationToken) =>
        Task.FromResult<DeletionId?>(Deletions.TryGetValue(id, out var deletion) ? deletion : null);

    private CustomerId? ParentOf(CustomerId id) => Stored.FirstOrDefault(customer => customer.Id == id)?.ParentCustomerId;
}
