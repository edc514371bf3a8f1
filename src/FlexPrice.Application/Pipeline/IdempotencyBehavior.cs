using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>
/// Answers a command that comes again with the same <c>Idempotency-Key</c> as the first time, without doing it again.
/// Only successes are remembered, in the command's own transaction, as a keyed hash of the key and the id that was answered: nothing personal, so for ever.
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

        var keyHash = hasher.Hash(caller.Scope, LookupPurpose.IdempotencyKey, key);
        var fingerprint = hasher.Hash(caller.Scope, LookupPurpose.RequestFingerprint, typeof(TRequest).Name + JsonSerializer.Serialize(request));
        if (await store.FindAsync(keyHash, cancellationToken) is { } remembered)
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
