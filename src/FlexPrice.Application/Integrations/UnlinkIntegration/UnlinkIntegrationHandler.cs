using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.UnlinkIntegration;

internal sealed class UnlinkIntegrationHandler(IIntegrationMappingRepository mappings, IRowLocks locks)
    : ICommandHandler<UnlinkIntegrationCommand, CommandResult<IntegrationMappingId>>
{
    public async Task<CommandResult<IntegrationMappingId>> HandleAsync(UnlinkIntegrationCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<IntegrationMappingId>(command.Id, out var id) || await mappings.FirstOrDefaultAsync(new MappingById(id), cancellationToken) is not { } mapping)
        {
            return IntegrationErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([mapping.CustomerId], cancellationToken);
        mappings.Remove(mapping);
        return id;
    }
}
