using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations;

/// <summary>The mapping of an entity of a provider; there is one at most.</summary>
internal sealed class MappingOfProviderEntity : Specification<IntegrationMapping>
{
    public MappingOfProviderEntity(LookupHash providerEntityId) => Query.Where(mapping => mapping.ProviderEntityIdHash == providerEntityId);
}
