using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Usage.SearchEvents;

/// <summary>Lists usage events of customers whose usage key exists, the newest first.</summary>
/// <param name="ExternalCustomerId">Only of this customer, the tenant's id.</param>
/// <param name="EventName">Only of this name.</param>
/// <param name="EventId">Only this event, the caller's id.</param>
/// <param name="From">Not before; default: seven days before <paramref name="To"/>.</param>
/// <param name="To">Not after; default: now.</param>
/// <param name="Paging">Which page.</param>
[RequiresPermission(Permission.EventRead)]
public sealed record SearchEventsQuery(
    string? ExternalCustomerId,
    string? EventName,
    string? EventId,
    DateTimeOffset? From,
    DateTimeOffset? To,
    Paging Paging) : IQuery<Result<Page<UsageEventView>>>;
