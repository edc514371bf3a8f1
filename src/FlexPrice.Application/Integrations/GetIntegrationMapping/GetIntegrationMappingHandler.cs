using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.GetIntegrationMapping;

internal sealed class GetIntegrationMappingHandler(IIntegrationMappingRepository mappings, IProviderEntitySeal seal)
    : IQueryHandler<GetIntegrationMappingQuery, Result<IntegrationMappingView>>
{
    public async Task<Result<IntegrationMappingView>> HandleAsync(GetIntegrationMappingQuery query, CancellationToken cancellationToken) =>
        TypedId.TryParse<IntegrationMappingId>(query.Id, out var id) && await mappings.FirstOrDefaultAsync(new MappingById(id), cancellationToken) is { } mapping
            ? new IntegrationMappingView(mapping, seal.Open(mapping))
            : IntegrationErrors.NotFound(query.Id);
}
