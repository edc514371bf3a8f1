using FlexPrice.Api.Documentation;

namespace FlexPrice.Api.Requests;

/// <summary>What endpoints declare about themselves in their list of routes.</summary>
internal static class EndpointConventions
{
    /// <summary>The same <c>Idempotency-Key</c> gives the same answer.</summary>
    public static RouteHandlerBuilder Replayable(this RouteHandlerBuilder endpoint) =>
        endpoint.Commands().WithMetadata(new IdempotencyMetadata(IdempotencyUse.Replayed), DocumentationConventions.Failure(StatusCodes.Status409Conflict));

    /// <summary>An <c>Idempotency-Key</c> is refused.</summary>
    public static RouteHandlerBuilder NotReplayable(this RouteHandlerBuilder endpoint) =>
        endpoint.Commands().WithMetadata(new IdempotencyMetadata(IdempotencyUse.Refused));

    /// <summary>It changes something. Said by those above, too.</summary>
    public static RouteHandlerBuilder Commands(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new CommandMetadata());

    /// <summary>The command confirms the caller's key in its transaction, so that it may be a remembered one.</summary>
    public static RouteHandlerBuilder ConfirmsKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ConfirmsKeyMetadata());
}
