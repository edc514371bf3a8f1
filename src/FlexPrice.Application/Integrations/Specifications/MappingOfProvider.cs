using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Integrations;

namespace FlexPrice.Application.Integrations;

/// <summary>The customer's mapping of a provider; there is one at most.</summary>
internal sealed class MappingOfProvider : Specification<IntegrationMapping>
{
    public MappingOfProvider(CustomerId customer, string providerType) =>
        Query.Where(mapping => mapping.CustomerId == customer && mapping.ProviderType == providerType);
}
