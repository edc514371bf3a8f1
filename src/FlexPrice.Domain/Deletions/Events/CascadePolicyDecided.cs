using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>An environment changed its deletion policy.</summary>
/// <param name="EnvironmentId">The environment.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CascadePolicyDecided(EnvironmentId EnvironmentId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "deletion_policy.decided";

    /// <inheritdoc />
    public string AuditSubject => EnvironmentId.Value;
}
