using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access.Events;

/// <summary>An API key was issued.</summary>
/// <param name="ApiKeyId">The key's id.</param>
/// <param name="OccurredAt">When.</param>
public sealed record ApiKeyIssued(ApiKeyId ApiKeyId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "api_key.issued";

    /// <inheritdoc />
    public string AuditSubject => ApiKeyId.Value;
}
