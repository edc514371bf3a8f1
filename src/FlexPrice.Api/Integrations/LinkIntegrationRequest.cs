using FlexPrice.Application.Integrations.LinkIntegration;

namespace FlexPrice.Api.Integrations;

/// <summary>Which entity of a provider a customer is.</summary>
internal sealed record LinkIntegrationRequest
{
    /// <summary>customer; nothing else can be mapped.</summary>
    public string? EntityType { get; init; }

    /// <summary>Our id of the customer.</summary>
    public string? EntityId { get; init; }

    /// <summary>For example stripe. A customer has one mapping per provider.</summary>
    public string? ProviderType { get; init; }

    /// <summary>The provider's id of the customer; no other customer may have it.</summary>
    public string? ProviderEntityId { get; init; }

    public LinkIntegrationCommand ToCommand() => new(EntityType, EntityId, ProviderType, ProviderEntityId);
}
