using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access.Events;

/// <summary>An API key was revoked.</summary>
/// <param name="ApiKeyId">The key's id.</param>
/// <param name="OccurredAt">When.</param>
public sealed record ApiKeyRevoked(ApiKeyId ApiKeyId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "api_key.revoked";

    /// <inheritdoc />
    public string AuditSubject => ApiKeyId.Value;
}
