using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>
/// Keeps machine traffic that comes late for a deleted customer from being stored, and so from being inherited by the next holder of the external id.
/// It has a keyed hash only, and ends when it expires. Usage of a customer that has the external id is not affected.
/// </summary>
public sealed class Fence : IEnvironmentScoped
{
    /// <summary>The lifetime of a fence in years: meters that were offline or replay a backlog must not outlive it.</summary>
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
