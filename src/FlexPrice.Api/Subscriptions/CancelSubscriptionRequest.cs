using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Subscriptions;

/// <summary>How a subscription is cancelled.</summary>
internal sealed record CancelSubscriptionRequest : ICheckedRequest
{
    /// <summary>immediate or end_of_period.</summary>
    public string? CancellationType { get; init; }

    /// <summary>Returned in the answer, not stored.</summary>
    public string? Reason { get; init; }

    public Error? Check() =>
        Reason is { Length: > RequestLimits.Prose }
            ? new Error(ErrorKind.Validation, RequestErrors.ValidationMessage).With("reason", $"reason must have at most {RequestLimits.Prose} characters.")
            : null;
}
