using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>
/// Answers a repeated command with the same idempotency key like the first time, without executing it again.
/// Only successes are stored, in the command's own transaction, as keyed hashes and the returned id: nothing personal, so without an end.
/// </summary>
internal sealed class IdempotencyBehavior<TRequest, TResponse>(ICaller caller, ILookupHasher hasher, IIdempotencyStore store, IUnitOfWork unitOfWork)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
    where TResponse : IReplayable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (caller.IdempotencyKey is not { } key)
        {
            return await next();
        }

        var own = IdempotentRequest.Of(request, key, caller.Scope, hasher);
        if (store.LooksFirst && await FindAsync(own.Key, cancellationToken) is { } known)
        {
            return Replay(known, own);
        }

        var response = await next();
        if (response.Error is null)
        {
            store.Remember(own.Key, own.Fingerprint, response.Reference);
            return response;
        }

        // A command that was executed once is refused the second time.
        return !store.LooksFirst && await FindAsync(own.Key, cancellationToken) is { } remembered ? Replay(remembered, own) : response;
    }

    private async Task<RememberedAnswer?> FindAsync(LookupHash key, CancellationToken cancellationToken)
    {
        using var recalling = Phase.Begin(Phase.Recall);
        return await store.FindAsync(key, cancellationToken);
    }

    private TResponse Replay(RememberedAnswer remembered, IdempotentRequest own)
    {
        // A handler may have changed something before it returned an error.
        unitOfWork.Discard();
        return remembered.Fingerprint == own.Fingerprint
            ? TResponse.Replay(remembered.Reference)
            : TResponse.Failure(IdempotencyErrors.KeyOfAnotherRequest());
    }
}
