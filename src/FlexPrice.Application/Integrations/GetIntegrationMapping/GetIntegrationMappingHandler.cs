using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.GetIntegrationMapping;

internal sealed class GetIntegrationMappingHandler(IReadRepository<IntegrationMapping> mappings, IProviderEntitySeal seal)
    : IQueryHandler<GetIntegrationMappingQuery, Result<IntegrationMappingView>>
{
    public async Task<Result<IntegrationMappingView>> HandleAsync(GetIntegrationMappingQuery query, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<IntegrationMappingId>(query.Id, out var id) || await mappings.FirstOrDefaultAsync(new MappingById(id), cancellationToken) is not { } mapping)
        {
            return IntegrationErrors.NotFound(query.Id);
        }

        return seal.Open(mapping) is { } opened ? new IntegrationMappingView(mapping, opened) : IntegrationErrors.ProviderEntityUnreadable();
    }
}
