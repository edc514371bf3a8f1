using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Usage;

internal sealed class UsageStore(FlexPriceDbContext context, SqlRunner sql, IDatabaseDialect dialect, ICaller caller) : IUsageStore
{
    public Task<UsageSubject?> FindSubjectAsync(LookupHash externalId, CancellationToken cancellationToken) =>
        context.UsageSubjects.FirstOrDefaultAsync(subject => subject.ExternalIdHash == externalId, cancellationToken);

    public async Task<IReadOnlyList<UsageSubject>> FindSubjectsAsync(IReadOnlyCollection<LookupHash> externalIds, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken)
    {
        var wanted = externalIds.Select(externalId => (LookupHash?)externalId).ToList();
        var found = await context.UsageSubjects.Where(subject => wanted.Contains(subject.ExternalIdHash)).ToListAsync(cancellationToken);
        if (customers.Count == 0)
        {
            return found;
        }

        var owners = customers.Select(customer => (CustomerId?)customer).ToList();
        var owned = await context.UsageSubjects.Where(subject => owners.Contains(subject.CustomerId)).ToListAsync(cancellationToken);
        return [.. found.Union(owned)];
    }

    public void Add(UsageSubject subject) => context.UsageSubjects.Add(subject);

    public void Add(UsageEvent usageEvent) => context.UsageEvents.Add(usageEvent);

    public async Task<IReadOnlySet<(string Owner, LookupHash EventId)>> FindExistingAsync(IReadOnlyCollection<LookupHash> eventIds, CancellationToken cancellationToken)
    {
        var wanted = eventIds.ToList();

        // Tracked: the owner of a subject may have been decided in this transaction.
        var stored = await context.UsageEvents
            .Where(usage => wanted.Contains(usage.EventIdHash))
            .Join(context.UsageSubjects, usage => usage.SubjectId, subject => subject.Id, (usage, subject) => new { subject, usage.EventIdHash })
            .ToListAsync(cancellationToken);
        return stored.Select(usage => (usage.subject.Owner, usage.EventIdHash)).ToHashSet();
    }

    public async Task<(IReadOnlyList<(UsageEvent Event, UsageSubject Subject)> Items, int Total)> SearchAsync(
        LookupHash? externalId,
        string? eventName,
        LookupHash? eventId,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int limit,
        int offset,
        int bytes,
        CancellationToken cancellationToken)
    {
        var query = context.UsageEvents.AsNoTracking().Join(
            context.UsageSubjects.AsNoTracking(),
            usage => usage.SubjectId,
            subject => subject.Id,
            (usage, subject) => new { Event = usage, Subject = subject });
        if (externalId is { } wanted)
        {
            var holder = await context.Customers
                .Where(customer => customer.ExternalIdHash == wanted && customer.Status == CustomerStatus.Published)
                .Select(customer => (CustomerId?)customer.Id)
                .FirstOrDefaultAsync(cancellationToken);
            query = holder is null
                ? query.Where(pair => pair.Subject.ExternalIdHash == wanted)
                : query.Where(pair => pair.Subject.CustomerId == holder || (pair.Subject.CustomerId == null && pair.Subject.ExternalIdHash == wanted));
        }

        if (eventName is not null)
        {
            query = query.Where(pair => pair.Event.EventName == eventName);
        }

        if (eventId is { } id)
        {
            query = query.Where(pair => pair.Event.EventIdHash == id);
        }

        if (from is { } earliest)
        {
            query = query.Where(pair => pair.Event.Timestamp >= earliest);
        }

        if (to is { } latest)
        {
            query = query.Where(pair => pair.Event.Timestamp <= latest);
        }

        var total = await query.CountAsync(cancellationToken);
        var page = await query
            .OrderByDescending(pair => pair.Event.Timestamp)
            .ThenByDescending(pair => pair.Event.Id)
            .Skip(offset)
            .Take(limit)
            .Select(pair => new StoredEvent(pair.Event.Id, pair.Event.Sealed.Length))
            .ToListAsync(cancellationToken);
        return (await ReadAsync(page, bytes, cancellationToken), total);
    }

    // Events can be large. What does not fit into the answer is not fetched either, but for a part of the last batch.
    private async Task<IReadOnlyList<(UsageEvent Event, UsageSubject Subject)>> ReadAsync(IReadOnlyList<StoredEvent> page, int bytes, CancellationToken cancellationToken)
    {
        var read = new List<(UsageEvent Event, UsageSubject Subject)>();
        var room = (long)bytes;
        foreach (var batch in EventBatches.Of(page, bytes))
        {
            var found = (await FindAsync(batch, cancellationToken)).ToDictionary(pair => pair.Event.Id);
            foreach (var id in batch)
            {
                // Erased since the page was chosen.
                if (!found.TryGetValue(id, out var pair))
                {
                    continue;
                }

                room -= EventBatches.SizeOf(pair.Event);
                if (room < 0 && read.Count > 0)
                {
                    return read;
                }

                read.Add(pair);
            }
        }

        return read;
    }

    private async Task<IReadOnlyList<(UsageEvent Event, UsageSubject Subject)>> FindAsync(IReadOnlyList<UsageEventId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        var found = await context.UsageEvents.AsNoTracking()
            .Where(usage => wanted.Contains(usage.Id))
            .Join(context.UsageSubjects.AsNoTracking(), usage => usage.SubjectId, subject => subject.Id, (usage, subject) => new { Event = usage, Subject = subject })
            .ToListAsync(cancellationToken);
        return [.. found.Select(pair => (pair.Event, pair.Subject))];
    }

    public Task<int> EraseBatchAsync(IReadOnlyList<UsageSubjectId> subjects, int batchSize, CancellationToken cancellationToken) => sql.ExecuteAsync(
        "usage.erase_batch",
        new Dictionary<string, object?>
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@subjects"] = dialect.Ids(subjects.Select(subject => subject.Value)),
            ["@limit"] = batchSize,
        },
        cancellationToken);
}
