using FlexPrice.Api.Documentation;
using FlexPrice.Application.Access.CreateApiKey;

namespace FlexPrice.Api.Access;

/// <summary>A new API key.</summary>
internal sealed record CreateApiKeyRequest
{
    public string? Name { get; init; }

    /// <summary>private_key (default) or publishable_key.</summary>
    public string? Type { get; init; }

    /// <summary>Absent for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Absent for the roles of your own key.</summary>
    [FlexPriceExtension]
    public IReadOnlyList<string>? Roles { get; init; }

    public CreateApiKeyCommand ToCommand() => new(Name, Type, ExpiresAt, Roles);
}
