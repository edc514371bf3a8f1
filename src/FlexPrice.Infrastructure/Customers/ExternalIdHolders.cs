using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Customers;

internal sealed class ExternalIdHolders(FlexPriceDbContext context) : IExternalIdHolders
{
    /// <summary>How many ended holdings are read at once.</summary>
    public const int EndsAtOnce = 5_000;

    // Another customer may have taken it from an archived one.
    private IQueryable<Customer> Having => context.Customers.Where(customer => customer.Status == CustomerStatus.Published
        || !context.PastHoldings.Any(lost => lost.CustomerId == customer.Id && lost.ExternalIdHash == customer.ExternalIdHash && !lost.IsResumed));

    public async Task<Holders> FindAsync(IReadOnlyCollection<(LookupHash ExternalId, DateTimeOffset? Time)> moments, CancellationToken cancellationToken)
    {
        var wanted = moments.Select(moment => moment.ExternalId).Distinct().ToList();
        var present = await FindPresentAsync(wanted, cancellationToken);
        return moments.Min(moment => moment.Time) is { } earliest
            ? new Holders(present, await FindEndedAsync(wanted, moments, earliest, cancellationToken))
            : new Holders(present, []);
    }

    public async Task<IReadOnlyList<CustomerId>> ListArchivedAsync(LookupHash externalId, CancellationToken cancellationToken) => await Having
        .Where(customer => customer.ExternalIdHash == externalId && customer.Status == CustomerStatus.Archived)
        .OrderByDescending(customer => customer.Id)
        .Select(customer => customer.Id)
        .ToListAsync(cancellationToken);

    private async Task<Dictionary<LookupHash, CustomerId>> FindPresentAsync(List<LookupHash> wanted, CancellationToken cancellationToken)
    {
        var having = await Having
            .Where(customer => wanted.Contains(customer.ExternalIdHash))
            .Select(customer => new { customer.Id, customer.ExternalIdHash, customer.Status })
            .ToListAsync(cancellationToken);
        return having.GroupBy(customer => customer.ExternalIdHash).ToDictionary(
            customers => customers.Key,
            customers => customers.OrderByDescending(customer => customer.Status == CustomerStatus.Published).ThenByDescending(customer => customer.Id.Value, StringComparer.Ordinal).First().Id);
    }

    // One look-up for all, and one for each of those that it does not reach: what is read must not grow with how often external ids have changed hands.
    private async Task<List<PastHolding>> FindEndedAsync(
        List<LookupHash> wanted,
        IReadOnlyCollection<(LookupHash ExternalId, DateTimeOffset? Time)> moments,
        DateTimeOffset earliest,
        CancellationToken cancellationToken)
    {
        var ended = await Since(earliest).Where(holding => wanted.Contains(holding.ExternalIdHash)).Take(EndsAtOnce).ToListAsync(cancellationToken);
        if (ended.Count == EndsAtOnce)
        {
            var reached = ended.GroupBy(holding => holding.ExternalIdHash).ToDictionary(ends => ends.Key, ends => ends.Max(holding => holding.EndedAt));
            foreach (var (externalId, time) in moments.Distinct().Where(moment => !reached.TryGetValue(moment.ExternalId, out var last) || last < moment.Time))
            {
                if (time is { } at && await Since(at).FirstOrDefaultAsync(holding => holding.ExternalIdHash == externalId, cancellationToken) is { } end)
                {
                    ended.Add(end);
                }
            }
        }

        return ended;
    }

    private IQueryable<PastHolding> Since(DateTimeOffset time) => context.PastHoldings.AsNoTracking().Where(holding => holding.EndedAt >= time).OrderBy(holding => holding.EndedAt);
}
