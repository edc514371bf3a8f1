using FlexPrice.Domain.Integrations;

namespace FlexPrice.Application.Integrations;

/// <summary>A mapping, opened.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="ProviderEntityId">What the customer is called at the provider; null when its seal does not open.</param>
public sealed record IntegrationMappingView(IntegrationMapping Mapping, string? ProviderEntityId);
