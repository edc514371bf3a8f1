using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.CreateCustomer;

internal sealed class CreateCustomerHandler(
    ICustomerRepository customers,
    CustomerResolver resolver,
    ParentResolver parents,
    ExternalIdHoldings holdings,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<CreateCustomerCommand, CommandResult<CustomerId>>
{
    public async Task<CommandResult<CustomerId>> HandleAsync(CreateCustomerCommand command, CancellationToken cancellationToken)
    {
        var externalId = new ExternalId(command.ExternalId!, resolver.Hash(command.ExternalId!));
        if (await customers.AnyAsync(new PublishedCustomerByExternalId(externalId.Hash), cancellationToken))
        {
            return CustomerErrors.ExternalIdTaken(externalId.Value);
        }

        var parent = await parents.LockSharedAsync(command.Fields, cancellationToken);
        if (parent.Error is not null)
        {
            return parent.Error;
        }

        await holdings.LockExclusiveAsync(externalId.Hash, cancellationToken);
        var change = caller.ChangeNow(clock);
        var customer = Customer.Register(
            caller.Scope,
            ids.New<CustomerId>(),
            externalId,
            command.Fields.ToProfile(),
            parent.Value.Customer,
            change);
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        await customers.AddAsync(customer.Value, cancellationToken);
        await holdings.TakeAsync(customer.Value, externalId.Hash, change, cancellationToken);
        return customer.Value.Id;
    }
}
