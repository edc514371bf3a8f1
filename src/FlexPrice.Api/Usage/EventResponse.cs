using FlexPrice.Application.Usage;
using FlexPrice.Domain.Access;

namespace FlexPrice.Api.Usage;

/// <summary>A usage event.</summary>
internal sealed record EventResponse
{
    public required string? CustomerId { get; init; }

    public required string EnvironmentId { get; init; }

    public required string EventName { get; init; }

    public required string ExternalCustomerId { get; init; }

    public required string Id { get; init; }

    /// <summary>Every value as text.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Whether what is sealed did not open, so that only what is stored in clear is answered: its key is missing or its content was changed.</summary>
    public required bool Unreadable { get; init; }

    public static EventResponse Of(UsageEventView view, EnvironmentId environmentId) => new()
    {
        CustomerId = view.CustomerId,
        EnvironmentId = environmentId.Value,
        EventName = view.EventName,
        ExternalCustomerId = view.ExternalCustomerId,
        Id = view.EventId,
        Properties = view.Properties,
        Source = view.Source,
        Timestamp = view.Timestamp,
        Unreadable = view.IsUnreadable,
    };
}
