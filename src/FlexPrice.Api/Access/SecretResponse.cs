using FlexPrice.Api.Documentation;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Access;

/// <summary>An API key without the key itself: every key that FlexPrice's SDK declares.</summary>
internal sealed record SecretResponse
{
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The id of the key that issued it; <c>operator</c> for the command line, empty for the operator's settings.</summary>
    [FlexPriceExtension]
    public required string CreatedBy { get; init; }

    public required string DisplayId { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required string Id { get; init; }

    /// <summary>Always null: use is not recorded.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public required string Name { get; init; }

    public required string Provider { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required string Status { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? UserType { get; init; }

    public static SecretResponse Of(ApiKey key) => new()
    {
        CreatedAt = key.CreatedAt,
        CreatedBy = key.CreatedBy,
        DisplayId = key.DisplayId,
        ExpiresAt = key.ExpiresAt,
        Id = key.Id.Value,
        Name = key.Name,
        Provider = "flexprice",
        Roles = key.Roles,
        Status = WireName.Of(key.Status),
        Type = WireName.Of(key.Type),
        UpdatedAt = key.UpdatedAt,
    };
}
