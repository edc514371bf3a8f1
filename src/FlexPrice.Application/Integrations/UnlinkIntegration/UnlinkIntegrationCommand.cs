using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.UnlinkIntegration;

/// <summary>Removes the mapping between a customer and an entity of a provider. The provider is not notified.</summary>
/// <param name="Id">The mapping.</param>
[RequiresPermission(Permission.IntegrationWrite)]
public sealed record UnlinkIntegrationCommand(string Id) : ICommand<CommandResult<IntegrationMappingId>>;
