using FlexPrice.Application.Integrations;
using FlexPrice.Domain.Integrations;
using FlexPrice.Infrastructure.Persistence;

namespace FlexPrice.Infrastructure.Integrations;

internal sealed class IntegrationMappingRepository(FlexPriceDbContext context) : EfRepository<IntegrationMapping>(context), IIntegrationMappingRepository
{
    public void Remove(IntegrationMapping mapping) => Context.IntegrationMappings.Remove(mapping);
}
