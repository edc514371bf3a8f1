using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>
/// Limits the deletions per hour of a key and the keys that it issued: one wrong script must not delete a company.
/// The limit is exact. While the counted deletions and those in progress stay below it, deletions run concurrently; near the limit they run one at a time.
/// </summary>
public sealed class DeletionBreaker(IReadRepository<Deletion> deletions, KeyLineage lineages, LineagesNearLimit nearLimit, ICaller caller, TimeProvider clock) : ICascadeLimit
{
    /// <summary>How long a deletion counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async Task<DeletionAllowance?> AllowanceAsync(CascadeIntent intent, CancellationToken cancellationToken)
    {
        if (intent != CascadeIntent.Delete)
        {
            return null;
        }

        var lineage = await lineages.OfAsync(caller.ActorId, cancellationToken);
        return new DeletionAllowance(lineage, clock.GetUtcNow() - Window, nearLimit.Contains(lineage));
    }

    /// <inheritdoc />
    /// <exception cref="DeletionsNearLimitException">Only a try that is alone can tell.</exception>
    public async Task<Error?> CheckAsync(DeletionAllowance allowance, CascadePlan plan, CancellationToken cancellationToken)
    {
        var limit = plan.DeletionsPerHour;
        var recent = plan.RecentDeletions;
        if (recent.Count + DeletionAllowance.Places <= limit)
        {
            nearLimit.Forget(allowance.LineageId);
        }

        if (recent.Count + recent.MayBeOpen < limit)
        {
            return null;
        }

        if (recent.MayBeOpen > 0)
        {
            nearLimit.Remember(allowance.LineageId);
            throw new DeletionsNearLimitException();
        }

        // The slot may have been waited for; deletions that counted before the wait may not count any more.
        var now = clock.GetUtcNow();
        var inTheWay = await deletions.FirstOrDefaultAsync(new NextDeletionToExpire(allowance.LineageId, now - Window, limit), cancellationToken);
        return inTheWay is null
            ? null
            : DeletionErrors.TooMany(limit, Math.Max(1, (int)Math.Ceiling((inTheWay.CreatedAt + Window - now).TotalSeconds)));
    }
}
