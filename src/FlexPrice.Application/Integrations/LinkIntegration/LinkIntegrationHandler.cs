using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Integrations.LinkIntegration;

internal sealed class LinkIntegrationHandler(
    IIntegrationMappingRepository mappings,
    IProviderEntitySeal seal,
    CustomerResolver customers,
    ILookupHasher hasher,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<LinkIntegrationCommand, CommandResult<IntegrationMappingId>>
{
    public async Task<CommandResult<IntegrationMappingId>> HandleAsync(LinkIntegrationCommand command, CancellationToken cancellationToken)
    {
        var customer = await customers.LockSharedAsync(new CustomerReference(command.EntityId), cancellationToken);
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        var provider = command.ProviderType!;
        if (await mappings.AnyAsync(new MappingOfProvider(customer.Value.Id, provider), cancellationToken))
        {
            return IntegrationErrors.OnePerProvider(provider);
        }

        // The hash includes the provider, so that equal ids at two providers differ.
        var hash = hasher.Hash(caller.Scope, LookupPurpose.ProviderEntityId, $"{provider}|{command.ProviderEntityId}");
        if (await mappings.AnyAsync(new MappingOfProviderEntity(hash), cancellationToken))
        {
            return IntegrationErrors.ProviderEntityTaken(provider);
        }

        var id = ids.New<IntegrationMappingId>();
        var (wrappedKey, sealedId) = seal.Seal(id, command.ProviderEntityId!);
        var entity = new ProviderEntity(provider, hash, wrappedKey, sealedId);
        await mappings.AddAsync(IntegrationMapping.Link(caller.Scope, id, customer.Value, entity, caller.ChangeNow(clock)), cancellationToken);
        return id;
    }
}
