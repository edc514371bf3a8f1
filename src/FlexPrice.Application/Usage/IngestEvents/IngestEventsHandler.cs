using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class IngestEventsHandler(
    IUnitOfWork unitOfWork,
    IUsageStore usage,
    UsageSubjects subjects,
    UsageEventFactory factory,
    TimeProvider clock) : ICommandHandler<IngestEventsCommand, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(IngestEventsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var arrivals = command.Events.Select(factory.Identify).ToList();
        var owners = await subjects.FindOrBeginAsync([.. arrivals.Select(arrival => arrival.Moment)], now, cancellationToken);
        var hashes = arrivals.Select(arrival => arrival.EventIdHash).Distinct().ToList();
        var seen = (await usage.FindExistingAsync(hashes, cancellationToken)).ToHashSet();
        foreach (var (arrival, subject) in arrivals.Zip(owners))
        {
            if (subject is null || !seen.Add((subject.Owner, arrival.EventIdHash)))
            {
                continue;
            }

            if (factory.Record(arrival, subject, now) is not { } recorded)
            {
                return UsageErrors.KeyUnreadable(arrival.Sent.ExternalCustomerId!);
            }

            usage.Add(recorded);
        }

        var discarded = owners.Count(subject => subject is null);
        unitOfWork.AfterCommit(() => FlexPriceTelemetry.FencedOff.Add(discarded, new KeyValuePair<string, object?>("kind", "usage_event")));
        return arrivals.Select(arrival => arrival.EventId).ToList();
    }
}
