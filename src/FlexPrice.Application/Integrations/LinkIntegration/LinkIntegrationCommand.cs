using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.LinkIntegration;

/// <summary>Says which entity of a provider a customer is.</summary>
/// <param name="EntityType">Only <c>customer</c>. Required.</param>
/// <param name="EntityId">Our id of the customer. Required.</param>
/// <param name="ProviderType">The provider, for example <c>stripe</c>. Required.</param>
/// <param name="ProviderEntityId">What the customer is called there. Required.</param>
[RequiresPermission(Permission.IntegrationWrite)]
public sealed record LinkIntegrationCommand(string? EntityType, string? EntityId, string? ProviderType, string? ProviderEntityId)
    : ICommand<CommandResult<IntegrationMappingId>>;
