using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Retention.Events;

/// <summary>An environment changed its retention period.</summary>
/// <param name="EnvironmentId">The environment.</param>
/// <param name="Years">The new period.</param>
/// <param name="OccurredAt">When.</param>
public sealed record RetentionPolicyDecided(EnvironmentId EnvironmentId, int Years, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "retention_policy.decided";

    /// <inheritdoc />
    public string AuditSubject => EnvironmentId.Value;
}
