using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.Fakes;

internal sealed class InMemoryHolders(InMemoryCustomers customers, InMemoryRepository<PastHolding> past) : IExternalIdHolders
{
    public int Searches { get; private set; }

    public Task<Holders> FindAsync(IReadOnlyCollection<(LookupHash ExternalId, DateTimeOffset? Time)> moments, CancellationToken cancellationToken)
    {
        Searches++;
        var externalIds = moments.Select(moment => moment.ExternalId).ToHashSet();
        var present = customers.Stored
            .Where(customer => customer.Status == CustomerStatus.Published && externalIds.Contains(customer.ExternalIdHash))
            .ToDictionary(customer => customer.ExternalIdHash, customer => customer.Id);
        return Task.FromResult(new Holders(present, past.Stored.Where(holding => externalIds.Contains(holding.ExternalIdHash) && holding.EndedAt >= moments.Min(moment => moment.Time))));
    }

    public Task<IReadOnlyList<CustomerId>> ListArchivedAsync(LookupHash externalId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CustomerId>>(
    [
        .. customers.Stored
            .Where(customer => customer.Status == CustomerStatus.Archived && customer.ExternalIdHash == externalId
                && !past.Stored.Any(lost => lost.CustomerId == customer.Id && lost.ExternalIdHash == externalId && !lost.IsResumed))
            .Select(customer => customer.Id)
            .OrderByDescending(id => id.Value, StringComparer.Ordinal),
    ]);
}
