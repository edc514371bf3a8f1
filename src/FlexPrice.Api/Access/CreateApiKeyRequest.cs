using System.Text.Json.Serialization;
using FlexPrice.Api.Documentation;
using FlexPrice.Application.Access.CreateApiKey;

namespace FlexPrice.Api.Access;

/// <summary>A new API key. A field that is not known is refused: a misspelt limit would make a key without one.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateApiKeyRequest
{
    public string? Name { get; init; }

    /// <summary>private_key (default) or publishable_key.</summary>
    public string? Type { get; init; }

    /// <summary>Absent for when your own key expires, or never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Absent for the roles of your own key; with publishable_key for event_ingestor.</summary>
    [FlexPriceExtension]
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Refused: there are no service accounts here.</summary>
    public string? ServiceAccountId { get; init; }

    public CreateApiKeyCommand ToCommand() => new(Name, Type, ExpiresAt, Roles, ServiceAccountId);
}
