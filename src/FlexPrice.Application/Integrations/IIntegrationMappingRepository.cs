using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;

namespace FlexPrice.Application.Integrations;

/// <summary>The integration mappings of the caller's environment.</summary>
public interface IIntegrationMappingRepository : IRepository<IntegrationMapping>
{
    /// <summary>Removes a mapping for good.</summary>
    void Remove(IntegrationMapping mapping);
}
