using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.UnlinkIntegration;

/// <summary>Forgets which entity of a provider a customer is. The provider is not told.</summary>
/// <param name="Id">The mapping.</param>
[RequiresPermission(Permission.IntegrationWrite)]
public sealed record UnlinkIntegrationCommand(string Id) : ICommand<CommandResult<IntegrationMappingId>>;
