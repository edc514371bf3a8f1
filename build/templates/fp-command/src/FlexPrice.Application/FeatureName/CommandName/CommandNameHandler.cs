#if (!deletes)
using FlexPrice.Application.Abstractions;
#endif
#if (cascades)
using FlexPrice.Application.Cascade;
#endif
#if (elsewhere && !deletes)
using FlexPrice.Application.Customers;
#endif
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.FeatureName.CommandName;

#if (deletes)
internal sealed class CommandNameHandler : ICascadingCommandHandler<CommandNameCommand, CommandResult<CustomerId>>
{
    public Task<CommandResult<CustomerId>> HandleAsync(CommandNameCommand command, CascadePlan? plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var customer = plan.Root;
#pragma warning disable MA0025 // Goes with the exception.
        throw new NotImplementedException($"TODO: command words {customer.Id}, like DeleteCustomerHandler.");
#pragma warning restore MA0025
    }
}
#elseif (cascades)
internal sealed class CommandNameHandler(CustomerResolver customers, CascadeExecutor cascade, ICaller caller, TimeProvider clock) : ICascadingCommandHandler<CommandNameCommand, CommandResult<CustomerId>>
{
    public async Task<CommandResult<CustomerId>> HandleAsync(CommandNameCommand command, CascadePlan? plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var found = await customers.ReadLockedAsync(plan.Root.Id, command.Cascade.Customer, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        var customer = found.Value;
        var change = caller.ChangeNow(clock);
        await cascade.ExecuteAsync(plan, deletions: null, change, cancellationToken);
#pragma warning disable MA0025 // Goes with the exception.
        throw new NotImplementedException($"TODO: command words {customer.Id} at {change.At}; its dependents are done.");
#pragma warning restore MA0025
    }
}
#else
internal sealed class CommandNameHandler(CustomerResolver customers) : ICommandHandler<CommandNameCommand, CommandResult<CustomerId>>
{
    public async Task<CommandResult<CustomerId>> HandleAsync(CommandNameCommand command, CancellationToken cancellationToken)
    {
        var found = await customers.ResolveAsync(new CustomerReference(command.Id), cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        var customer = found.Value;
#pragma warning disable MA0025 // Goes with the exception.
        throw new NotImplementedException($"TODO: command words {customer.Id}.");
#pragma warning restore MA0025
    }
}
#endif
