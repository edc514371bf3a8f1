using FlexPrice.Domain.Integrations;

namespace FlexPrice.Application.Integrations;

/// <summary>The mapping with an id.</summary>
internal sealed class MappingById : Specification<IntegrationMapping>
{
    public MappingById(IntegrationMappingId id) => Query.Where(mapping => mapping.Id == id);
}
