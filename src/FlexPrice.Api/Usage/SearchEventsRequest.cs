using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage.SearchEvents;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Usage;

/// <summary>Which usage events to list.</summary>
internal sealed record SearchEventsRequest : ICheckedRequest
{
    public string? ExternalCustomerId { get; init; }

    public string? EventName { get; init; }

    public string? EventId { get; init; }

    /// <summary>Default: seven days before end_time.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Default: now.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>1 to 1000. Default 50.</summary>
    public int PageSize { get; init; }

    public int Offset { get; init; }

    public Error? Check() =>
        PageSize is >= 0 and <= Paging.MaximumLimit
            ? null
            : new Error(ErrorKind.Validation, RequestErrors.FilterMessage).With("page_size", $"page_size must be between 1 and {Paging.MaximumLimit}.");

    public SearchEventsQuery ToQuery() => new(ExternalCustomerId, EventName, EventId, StartTime, EndTime, new Paging(PageSize, Offset));
}
