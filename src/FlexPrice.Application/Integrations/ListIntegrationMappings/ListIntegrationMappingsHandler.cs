using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.ListIntegrationMappings;

internal sealed class ListIntegrationMappingsHandler(IReadRepository<IntegrationMapping> mappings, IProviderEntitySeal seal)
    : IQueryHandler<ListIntegrationMappingsQuery, Result<IReadOnlyList<IntegrationMappingView>>>
{
    public async Task<Result<IReadOnlyList<IntegrationMappingView>>> HandleAsync(ListIntegrationMappingsQuery query, CancellationToken cancellationToken)
    {
        var found = await mappings.ListAsync(new MappingsOfCustomers(query.EntityIds), cancellationToken);
        return found.Select(mapping => new IntegrationMappingView(mapping, seal.Open(mapping))).ToList();
    }
}
