using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>Remembers which request used an <c>Idempotency-Key</c> and what was answered.</summary>
public interface IIdempotencyStore
{
    /// <summary>What was answered under a key, or null.</summary>
    Task<RememberedAnswer?> FindAsync(LookupHash key, CancellationToken cancellationToken);

    /// <summary>Remembers an answer, in the running transaction.</summary>
    void Remember(LookupHash key, LookupHash fingerprint, string reference);
}
