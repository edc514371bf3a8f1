using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.DeleteCustomer;

internal sealed class DeleteCustomerHandler(
    CascadeExecutor cascade,
    ICustomerRepository customers,
    DeletionRecords records,
    IFences fences,
    ICaller caller,
    TimeProvider clock,
    IFailpoints failpoints) : ICascadingCommandHandler<DeleteCustomerCommand, CommandResult<DeletionId>>
{
    public async Task<CommandResult<DeletionId>> HandleAsync(DeleteCustomerCommand command, CascadePlan? plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var change = caller.ChangeNow(clock);
        var deletionIds = await records.BeginAsync(plan, change, cancellationToken);
        await cascade.ExecuteAsync(plan, deletionIds, change, cancellationToken);
        IReadOnlyList<CustomerId> members = [.. plan.Customers.Select(member => member.Id)];
        await fences.RaiseAsync(deletionIds, change.At, cancellationToken);
        await customers.RemoveAsync(members, cancellationToken);
        await failpoints.ReachAsync(Failpoint.CustomerRemoved, cancellationToken);
        return deletionIds[plan.Root.Id];
    }
}
