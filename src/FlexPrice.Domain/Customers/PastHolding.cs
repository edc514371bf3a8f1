using FlexPrice.Domain.Access;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers;

/// <summary>
/// A customer had an external id until <see cref="EndedAt"/> and gave it up: by taking another one, by being deleted, or by being archived when another customer took it.
/// Usage of that time stays with the customer, regardless of the current holder. Only a keyed hash of the external id is stored.
/// </summary>
public sealed class PastHolding : IEnvironmentScoped
{
    // The coarsest clock of the databases counts microseconds.
    private const long Step = TimeSpan.TicksPerMicrosecond;

    private PastHolding()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The blind index of the external id.</summary>
    public LookupHash ExternalIdHash { get; private set; }

    /// <summary>When the holding ended, UTC. The ends of one external id rise, so that each tells one holding from the next.</summary>
    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>The holder of the external id; null when the customer was deleted.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>The deletion of the holder; null while the customer exists.</summary>
    public DeletionId? DeletionId { get; private set; }

    /// <summary>Whether the same customer has taken the external id again since.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Ends a holding.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="at">When.</param>
    /// <param name="previousEnd">The end of the last holding of the same external id; this one ends later, regardless of the clocks. Null when there was none.</param>
    public static PastHolding End(EnvironmentScope scope, LookupHash externalId, CustomerId holder, DateTimeOffset at, DateTimeOffset? previousEnd)
    {
        var end = at.AddTicks(-(at.Ticks % Step));
        return new PastHolding
        {
            TenantId = scope.TenantId,
            EnvironmentId = scope.EnvironmentId,
            ExternalIdHash = externalId,
            EndedAt = previousEnd is { } last && last >= end ? last.AddTicks(Step) : end,
            CustomerId = holder,
        };
    }

    /// <summary>The customer has taken the external id again.</summary>
    public void Resume() => IsResumed = true;
}
