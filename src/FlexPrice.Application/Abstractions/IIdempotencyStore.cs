using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>Remembers which request used an idempotency key and what was answered.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Whether to look up the key before the command runs. Otherwise it is looked up after an error: a repeated command fails at the latest because its key is taken,
    /// and then it is tried again, with a look first. So the first time, which is the rule, need not wait for the look.
    /// </summary>
    bool LooksFirst { get; }

    /// <summary>What was answered under a key, or null.</summary>
    Task<RememberedAnswer?> FindAsync(LookupHash key, CancellationToken cancellationToken);

    /// <summary>Remembers an answer, in the running transaction.</summary>
    void Remember(LookupHash key, LookupHash fingerprint, string reference);
}
