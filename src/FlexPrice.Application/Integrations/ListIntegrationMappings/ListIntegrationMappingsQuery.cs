using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.ListIntegrationMappings;

/// <summary>Lists all mappings of entities, by provider. An entity has one mapping per provider, so there are few.</summary>
/// <param name="EntityType">Only <c>customer</c>. Required.</param>
/// <param name="EntityIds">Our ids of the customers, 1 to 1,000; unknown ones have none.</param>
[RequiresPermission(Permission.IntegrationRead)]
public sealed record ListIntegrationMappingsQuery(string? EntityType, IReadOnlyList<string> EntityIds) : IQuery<Result<IReadOnlyList<IntegrationMappingView>>>;
