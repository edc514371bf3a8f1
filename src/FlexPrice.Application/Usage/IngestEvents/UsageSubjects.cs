using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.IngestEvents;

/// <summary>
/// Decides which customer owns each event: the one that had the external id at its timestamp. If that customer was deleted, the event is discarded.
/// An event of an external id without a customer is discarded while a fence exists for it; otherwise it waits for a customer.
/// </summary>
internal sealed class UsageSubjects(IUsageStore usage, IUsageSeal seal, IFences fences, IExternalIdHolders holders, IRowLocks locks, IIdGenerator ids, ICaller caller)
{
    /// <summary>The subject of each event, begun where there was none; null for an event that is to be discarded.</summary>
    /// <param name="moments">The events.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<UsageSubject?>> FindOrBeginAsync(IReadOnlyList<UsageMoment> moments, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<LookupHash> externalIds = [.. moments.Select(moment => moment.ExternalId).Distinct()];
        var found = await LockAndFindAsync(externalIds, moments, cancellationToken);
        IReadOnlyList<LookupHash> unheld = [.. found.Where(of => of.Holder.IsUnheld).Select(of => of.ExternalId).Distinct()];
        var fenced = unheld.Count == 0 ? new HashSet<LookupHash>() : await fences.ActiveAsync(unheld, now, cancellationToken);
        var former = found.Where(of => of.Holder.HasGivenUp).Select(of => of.Holder.Customer).OfType<CustomerId>().Distinct().ToList();
        var known = (await usage.FindSubjectsAsync(externalIds, former, cancellationToken)).ToList();

        var decided = new Dictionary<(LookupHash, Holder), UsageSubject?>();
        return
        [
            .. found.Select(of =>
            {
                if (!decided.TryGetValue(of, out var subject))
                {
                    subject = Decide(of.ExternalId, of.Holder, known, fenced, now);
                    decided.Add(of, subject);
                }

                return subject;
            }),
        ];
    }

    private async Task<IReadOnlyList<(LookupHash ExternalId, Holder Holder)>> LockAndFindAsync(IReadOnlyList<LookupHash> externalIds, IReadOnlyList<UsageMoment> moments, CancellationToken cancellationToken)
    {
        await locks.LockSharedByExternalIdAsync(externalIds, cancellationToken);
        var found = await FindAsync(moments, cancellationToken);

        // A customer without the external id yet has no row to lock, and neither has late usage that is the customer's first. One call locks all: two calls would not lock in order.
        var isLate = found.Any(of => of.Holder is { HasGivenUp: true, IsDeleted: false });
        IReadOnlyList<LookupHash> rowless = [.. found.Where(of => of.Holder.IsUnheld || of.Holder is { HasGivenUp: true, IsDeleted: false }).Select(of => of.ExternalId).Distinct()];
        if (isLate ? await locks.LockExternalIdsExclusiveAsync(rowless, cancellationToken) : await locks.LockExternalIdsSharedAsync(rowless, cancellationToken))
        {
            found = await FindAsync(moments, cancellationToken);
        }

        locks.RequireLocked([.. found.Select(of => of.Holder.Customer).OfType<CustomerId>().Distinct()]);
        return found;
    }

    private async Task<IReadOnlyList<(LookupHash ExternalId, Holder Holder)>> FindAsync(IReadOnlyList<UsageMoment> moments, CancellationToken cancellationToken)
    {
        var found = await holders.FindAsync([.. moments.Select(moment => (moment.ExternalId, moment.Timestamp))], cancellationToken);
        return [.. moments.Select(moment => (moment.ExternalId, found.At(moment.ExternalId, moment.Timestamp)))];
    }

    private UsageSubject? Decide(LookupHash externalId, Holder holder, List<UsageSubject> known, IReadOnlySet<LookupHash> fenced, DateTimeOffset now)
    {
        if (holder.IsDeleted || (holder.IsUnheld && fenced.Contains(externalId)))
        {
            return null;
        }

        if (holder.HasGivenUp)
        {
            return known.Where(subject => subject.CustomerId == holder.Customer).MinBy(subject => subject.Id.Value, StringComparer.Ordinal)
                ?? Begin(null, holder.Customer, known, now);
        }

        var collecting = known.Find(subject => subject.ExternalIdHash == externalId);
        if (holder.Customer is { } customer)
        {
            collecting?.AssignTo(customer);
        }
        else if (collecting is { CustomerId: not null })
        {
            collecting.ReleaseExternalId();
        }

        return collecting is not null && collecting.ExternalIdHash == externalId ? collecting : Begin(externalId, holder.Customer, known, now);
    }

    private UsageSubject Begin(LookupHash? externalId, CustomerId? customer, List<UsageSubject> known, DateTimeOffset now)
    {
        var subject = UsageSubject.Begin(caller.Scope, ids.New<UsageSubjectId>(), externalId, customer, seal.NewWrappedKey(), now);
        known.Add(subject);
        usage.Add(subject);
        return subject;
    }
}
