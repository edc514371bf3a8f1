using FlexPrice.Api.Documentation;
using FlexPrice.Application.Pipeline;

namespace FlexPrice.Api.Requests;

/// <summary>What endpoints declare about themselves in their list of routes.</summary>
internal static class EndpointConventions
{
    /// <summary>The command or query that the endpoint is for; its permission is the endpoint's.</summary>
    public static RouteHandlerBuilder Sends<TMessage>(this RouteHandlerBuilder endpoint)
        where TMessage : class => endpoint.WithMetadata(new SendsMetadata(typeof(TMessage), MessageAccess.Of(typeof(TMessage))));

    /// <summary>Refuses (exception) to serve an endpoint that does not say what it sends.</summary>
    public static void RequireSendsMetadata(this IEndpointConventionBuilder endpoints) => endpoints.Finally(endpoint =>
    {
        if (!endpoint.Metadata.OfType<SendsMetadata>().Any())
        {
            throw new InvalidOperationException($"{endpoint.DisplayName} does not say which command or query it sends.");
        }
    });

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
