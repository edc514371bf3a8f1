using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access.Events;

/// <summary>The operator's key came back because the setting names it again.</summary>
/// <param name="ApiKeyId">The key's id.</param>
/// <param name="OccurredAt">When.</param>
public sealed record ApiKeyReinstated(ApiKeyId ApiKeyId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => null;

    /// <inheritdoc />
    public string AuditAction => "api_key.reinstated";

    /// <inheritdoc />
    public string AuditSubject => ApiKeyId.Value;
}
