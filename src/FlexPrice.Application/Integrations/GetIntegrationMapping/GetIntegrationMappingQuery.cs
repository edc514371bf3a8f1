using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.GetIntegrationMapping;

/// <summary>Reads a mapping.</summary>
/// <param name="Id">The mapping.</param>
[RequiresPermission(Permission.IntegrationRead)]
public sealed record GetIntegrationMappingQuery(string Id) : IQuery<Result<IntegrationMappingView>>;
