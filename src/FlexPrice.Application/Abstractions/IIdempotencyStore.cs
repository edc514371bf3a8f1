using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>Remembers which request used an idempotency key and what was answered.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Whether to look before the command is done. Otherwise one looks when it was refused: whatever was done once is refused the second time, at the latest because its key is taken,
    /// and then it is tried again, with a look first. So the first time, which is the rule, need not wait for the look.
    /// </summary>
    bool LooksFirst { get; }

    /// <summary>What was answered under a key, or null.</summary>
    Task<RememberedAnswer?> FindAsync(LookupHash key, CancellationToken cancellationToken);

    /// <summary>Remembers an answer, in the running transaction.</summary>
    void Remember(LookupHash key, LookupHash fingerprint, string reference);
}
