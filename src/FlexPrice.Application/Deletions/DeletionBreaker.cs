using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>
/// Lets one key, and the keys that it issued, ask for so many deletions within an hour and no more: one wrong script must not delete a company.
/// Counts in the running transaction, so that calls at the same time do not slip through together.
/// </summary>
public sealed class DeletionBreaker(
    IReadRepositoryBase<Deletion> deletions,
    KeyLineage lineage,
    ICaller caller,
    TimeProvider clock)
{
    /// <summary>How long a deletion counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>Why the caller may not delete now, or null.</summary>
    /// <param name="plan">What it is about to do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Error?> CheckAsync(CascadePlan plan, CancellationToken cancellationToken)
    {
        // While the whole environment has room, every key has: the keys are read only when it has none.
        var limit = plan.DeletionsPerHour;
        if (plan.RecentDeletions < limit)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var actors = await lineage.OfAsync(caller.ActorId, cancellationToken);
        var inTheWay = await deletions.FirstOrDefaultAsync(new DeletionInTheWay(now - Window, limit, actors), cancellationToken);
        return inTheWay is null
            ? null
            : DeletionErrors.TooMany(limit, (int)Math.Ceiling((inTheWay.CreatedAt + Window - now).TotalSeconds));
    }
}
