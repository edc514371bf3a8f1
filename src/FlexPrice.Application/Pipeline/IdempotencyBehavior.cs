using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>
/// Answers a command that comes again with the same <c>Idempotency-Key</c> as the first time, without doing it again.
/// Only successes are remembered, in the command's own transaction, as keyed hashes and the id that was answered: nothing personal, so for ever.
/// The key goes into the fingerprint of the request, and is stored nowhere: without it nobody can try whether a guessed request is the one that was sent.
/// </summary>
internal sealed class IdempotencyBehavior<TRequest, TResponse>(ICaller caller, ILookupHasher hasher, IIdempotencyStore store)
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

        RememberedAnswer? remembered;
        var keyHash = hasher.Hash(caller.Scope, LookupPurpose.IdempotencyKey, key);
        var fingerprint = hasher.Hash(caller.Scope, LookupPurpose.RequestFingerprint, $"{key}\n{typeof(TRequest).Name}\n{JsonSerializer.Serialize(request)}");
        using (Phase.Begin(Phase.Recall))
        {
            remembered = await store.FindAsync(keyHash, cancellationToken);
        }

        if (remembered is not null)
        {
            return remembered.Fingerprint == fingerprint
                ? TResponse.Replay(remembered.Reference)
                : TResponse.Failure(IdempotencyErrors.KeyOfAnotherRequest());
        }

        var response = await next();
        if (response.Error is null)
        {
            store.Remember(keyHash, fingerprint, response.Reference);
        }

        return response;
    }
}
