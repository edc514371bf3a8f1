using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage;

/// <summary>Stores usage in the caller's environment.</summary>
public interface IUsageStore
{
    /// <summary>The subject that collects usage under an external id, or null.</summary>
    Task<UsageSubject?> FindSubjectAsync(LookupHash externalId, CancellationToken cancellationToken);

    /// <summary>The subjects that collect usage under any of these external ids, and all of these customers.</summary>
    Task<IReadOnlyList<UsageSubject>> FindSubjectsAsync(IReadOnlyCollection<LookupHash> externalIds, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Adds a subject.</summary>
    void Add(UsageSubject subject);

    /// <summary>Adds an event.</summary>
    void Add(UsageEvent usageEvent);

    /// <summary>The stored events with these ids and their owners (<see cref="UsageSubject.Owner"/>): an id is unique among the events of one customer.</summary>
    Task<IReadOnlySet<(string Owner, LookupHash EventId)>> FindExistingAsync(IReadOnlyCollection<LookupHash> eventIds, CancellationToken cancellationToken);

    /// <summary>One page of events whose subject exists, the newest first, with their subjects, and the number of all.</summary>
    /// <param name="externalId">Filters by the subjects that collect usage under this external id: all subjects of the customer who has it, or the subject without a customer.</param>
    /// <param name="eventName">Only of this name.</param>
    /// <param name="eventId">Only this event.</param>
    /// <param name="from">Not before.</param>
    /// <param name="to">Not after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many are left out.</param>
    /// <param name="bytes">How much at most, in bytes of an answer; the first one comes in any case.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<(IReadOnlyList<(UsageEvent Event, UsageSubject Subject)> Items, int Total)> SearchAsync(
        LookupHash? externalId,
        string? eventName,
        LookupHash? eventId,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int limit,
        int offset,
        int bytes,
        CancellationToken cancellationToken);

    /// <summary>Erases a batch of events of removed subjects, in the current transaction.</summary>
    /// <returns>How many were erased; 0 when none is left.</returns>
    Task<int> EraseBatchAsync(IReadOnlyList<UsageSubjectId> subjects, int batchSize, CancellationToken cancellationToken);
}
