using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Usage.IngestEvents;

/// <summary>Records usage events. The customer need not exist; the same event id again is the same event.
/// An event belongs to the customer who had the external id at its timestamp. An event of a deleted customer is accepted and discarded, so that the answer does not reveal who was deleted.</summary>
/// <param name="Events">1 to 1,000 events.</param>
[RequiresPermission(Permission.EventWrite)]
public sealed record IngestEventsCommand(IReadOnlyList<EventToIngest> Events) : ICommand<Result<IReadOnlyList<string>>>;
