using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.ListIntegrationMappings;

internal sealed class ListIntegrationMappingsHandler(IIntegrationMappingRepository mappings, IProviderEntitySeal seal)
    : IQueryHandler<ListIntegrationMappingsQuery, Result<IReadOnlyList<IntegrationMappingView>>>
{
    public async Task<Result<IReadOnlyList<IntegrationMappingView>>> HandleAsync(ListIntegrationMappingsQuery query, CancellationToken cancellationToken)
    {
        var found = await mappings.ListAsync(new MappingsOfCustomers(query.EntityIds), cancellationToken);
        var views = new List<IntegrationMappingView>();
        foreach (var mapping in found)
        {
            if (seal.Open(mapping) is not { } opened)
            {
                return IntegrationErrors.ProviderEntityUnreadable();
            }

            views.Add(new IntegrationMappingView(mapping, opened));
        }

        return views;
    }
}
