using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Fakes;

internal sealed class InMemoryHolders(InMemoryCustomers customers, InMemoryRepository<PastHolding> past) : IExternalIdHolders
{
    public int Searches { get; private set; }

    public Task<Holders> FindAsync(IReadOnlyCollection<LookupHash> externalIds, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        Searches++;
        var present = customers.Stored
            .Where(customer => customer.Status == CustomerStatus.Published && externalIds.Contains(customer.ExternalIdHash))
            .ToDictionary(customer => customer.ExternalIdHash, customer => customer.Id);
        return Task.FromResult(new Holders(present, past.Stored.Where(holding => externalIds.Contains(holding.ExternalIdHash) && holding.EndedAt >= since)));
    }
}
