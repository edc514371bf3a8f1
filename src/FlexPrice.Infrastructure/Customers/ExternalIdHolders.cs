using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Customers;

internal sealed class ExternalIdHolders(FlexPriceDbContext context) : IExternalIdHolders
{
    public async Task<Holders> FindAsync(IReadOnlyCollection<LookupHash> externalIds, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var wanted = externalIds.ToList();
        var having = await context.Customers
            .Where(customer => wanted.Contains(customer.ExternalIdHash))
            .Select(customer => new { customer.Id, customer.ExternalIdHash, customer.Status })
            .ToListAsync(cancellationToken);
        var present = having.Where(customer => customer.Status == CustomerStatus.Published).ToDictionary(customer => customer.ExternalIdHash, customer => customer.Id);
        var archived = having.Where(customer => !present.ContainsKey(customer.ExternalIdHash)).Select(customer => (customer.Id, customer.ExternalIdHash)).ToList();
        foreach (var (id, externalId) in await WithoutLostAsync(archived, cancellationToken))
        {
            present.TryAdd(externalId, id);
        }

        var ended = since is { } earliest
            ? await context.PastHoldings.AsNoTracking().Where(holding => wanted.Contains(holding.ExternalIdHash) && holding.EndedAt >= earliest).ToListAsync(cancellationToken)
            : [];
        return new Holders(present, ended);
    }

    // Of several archived before ends were kept, the newest.
    private async Task<IEnumerable<(CustomerId Id, LookupHash ExternalId)>> WithoutLostAsync(List<(CustomerId Id, LookupHash ExternalId)> archived, CancellationToken cancellationToken)
    {
        if (archived.Count == 0)
        {
            return [];
        }

        var customers = archived.Select(customer => (CustomerId?)customer.Id).ToList();
        var lost = await context.PastHoldings
            .Where(holding => customers.Contains(holding.CustomerId) && !holding.IsResumed)
            .Select(holding => new { Id = holding.CustomerId!.Value, holding.ExternalIdHash })
            .ToListAsync(cancellationToken);
        return archived.Except(lost.Select(holding => (holding.Id, holding.ExternalIdHash))).OrderByDescending(customer => customer.Id.Value, StringComparer.Ordinal);
    }
}
