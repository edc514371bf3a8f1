using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>
/// Keeps machine traffic that comes late for a deleted customer from being stored, and so from being inherited by the next holder of the external id.
/// It holds a keyed hash only, and ends when it expires; usage of a customer who holds the external id passes it.
/// </summary>
public sealed class Fence : IEnvironmentScoped
{
    /// <summary>How long a fence stands, in years: meters that were offline or replay a backlog must not outlive it.</summary>
    public const int Years = 3;

    private Fence()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The blind index of an external id that the deleted customer held, at the end or before.</summary>
    public LookupHash ExternalIdHash { get; private set; }

    /// <summary>When it was raised: in the deletion's transaction. UTC.</summary>
    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When it falls, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
}
