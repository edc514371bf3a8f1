using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Integrations;

namespace FlexPrice.Application.Integrations.ListIntegrationMappings;

/// <summary>The mappings of customers, by provider.</summary>
internal sealed class MappingsOfCustomers : Specification<IntegrationMapping>
{
    public MappingsOfCustomers(IEnumerable<string> customerIds)
    {
        var ids = customerIds.Ids<CustomerId>();
        Query.Where(mapping => ids.Contains(mapping.CustomerId))
            .OrderBy(mapping => mapping.ProviderType)
            .ThenBy(mapping => mapping.Id)
            .AsNoTracking();
    }
}
