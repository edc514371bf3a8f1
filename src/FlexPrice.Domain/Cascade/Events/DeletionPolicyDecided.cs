using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Cascade.Events;

/// <summary>An environment changed its deletion policy.</summary>
/// <param name="EnvironmentId">The environment.</param>
/// <param name="DeletionsPerHour">How many deletions there may be with one key from now on.</param>
/// <param name="OccurredAt">When.</param>
public sealed record DeletionPolicyDecided(EnvironmentId EnvironmentId, int DeletionsPerHour, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "deletion_policy.decided";

    /// <inheritdoc />
    public string AuditSubject => EnvironmentId.Value;

    /// <inheritdoc />
    public string AuditDetail => $"deletions_per_hour={DeletionsPerHour}";
}
