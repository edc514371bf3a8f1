using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.UpdateCustomer;

internal sealed class UpdateCustomerHandler(
    ICustomerRepository customers,
    CustomerResolver resolver,
    ParentResolver parents,
    ExternalIdHoldings holdings,
    CascadeExecutor cascade,
    ICaller caller,
    TimeProvider clock) : ICascadingCommandHandler<UpdateCustomerCommand, CommandResult<CustomerId>>
{
    public async Task<CommandResult<CustomerId>> HandleAsync(UpdateCustomerCommand command, CascadePlan? plan, CancellationToken cancellationToken)
    {
        // Use the planned customer, even if another customer has the external id by now.
        var id = plan is not null ? plan.Root.Id : await resolver.ResolveIdAsync(command.Customer, cancellationToken);
        if (id.Error is not null)
        {
            return id.Error;
        }

        // Errors of the customer itself take precedence over errors of the parent.
        var parent = await parents.LockExclusiveAsync(command.Fields, id.Value, plan is not null, cancellationToken);
        var found = await resolver.ReadLockedAsync(id.Value, command.Customer, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        var customer = found.Value;
        var former = customer.ExternalIdHash;
        var change = caller.ChangeNow(clock);
        return await UpdateFieldsAsync(customer, command, change, cancellationToken)
            ?? await SetParentAsync(customer, parent, change, cancellationToken)
            ?? await ChangeStatusAsync(customer, command.NewStatus, plan, hasTaken: customer.ExternalIdHash != former, change, cancellationToken)
            ?? (CommandResult<CustomerId>)customer.Id;
    }

    private async Task<CommandResult<CustomerId>?> UpdateFieldsAsync(Customer customer, UpdateCustomerCommand command, Change change, CancellationToken cancellationToken)
    {
        var profile = command.Fields.ApplyTo(customer.Profile);
        var externalId = new ExternalId(customer.ExternalId, customer.ExternalIdHash);
        if (command.ExternalId is { } sent && sent != customer.ExternalId)
        {
            externalId = new ExternalId(sent, resolver.Hash(sent));
            await holdings.LockExclusiveAsync(externalId.Hash, cancellationToken);
            if (await customers.AnyAsync(new PublishedCustomerByExternalId(externalId.Hash), cancellationToken))
            {
                return CustomerErrors.ExternalIdTaken(sent);
            }

            await holdings.GiveUpAsync(customer, change, cancellationToken);
            await holdings.TakeAsync(customer, externalId.Hash, change, cancellationToken);
        }

        if (profile != customer.Profile || externalId.Value != customer.ExternalId)
        {
            customer.Update(externalId, profile, change);
        }

        return null;
    }

    private async Task<CommandResult<CustomerId>?> SetParentAsync(Customer customer, Result<ParentResolver.Parent> parent, Change change, CancellationToken cancellationToken)
    {
        if (parent.Error is not null)
        {
            return parent.Error;
        }

        if (!parent.Value.IsNamed)
        {
            return null;
        }

        var ancestors = parent.Value.Customer is { } above ? await customers.AncestorsAsync(above.Id, cancellationToken) : [];
        return customer.SetParent(parent.Value.Customer, ancestors, change) is { } refused
            ? CommandResult<CustomerId>.Failure(refused)
            : null;
    }

    private async Task<CommandResult<CustomerId>?> ChangeStatusAsync(Customer customer, CustomerStatus? status, CascadePlan? plan, bool hasTaken, Change change, CancellationToken cancellationToken)
    {
        switch (status)
        {
            case CustomerStatus.Archived when customer.Status == CustomerStatus.Published:
                customer.Archive(change);
                await cascade.ExecuteAsync(plan!, deletions: null, change, cancellationToken);
                break;
            case CustomerStatus.Published when customer.Status == CustomerStatus.Archived:
                if (await customers.AnyAsync(new PublishedCustomerByExternalId(customer.ExternalIdHash), cancellationToken))
                {
                    return CustomerErrors.ExternalIdTaken(customer.ExternalId);
                }

                customer.Publish(change);
                if (!hasTaken)
                {
                    await holdings.TakeAsync(customer, customer.ExternalIdHash, change, cancellationToken);
                }

                await cascade.ExecuteAsync(plan!, deletions: null, change, cancellationToken);
                break;
        }

        return null;
    }
}
