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
    IRepository<Deletion> deletions,
    IFences fences,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock,
    IFailpoints failpoints) : ICascadingCommandHandler<DeleteCustomerCommand, CommandResult<DeletionId>>
{
    public async Task<CommandResult<DeletionId>> HandleAsync(DeleteCustomerCommand command, CascadePlan? plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var change = caller.ChangeNow(clock);
        var deletionIds = plan.Customers.ToDictionary(member => member.Id, _ => ids.New<DeletionId>());
        foreach (var member in plan.Customers)
        {
            var decisions = plan.Decisions.Where(decision => decision.CustomerId == member.Id).ToList();
            DeletionId? parent = member == plan.Root ? null : deletionIds[member.ParentId!.Value];
            await deletions.AddAsync(
                Deletion.Begin(
                    caller.Scope,
                    deletionIds[member.Id],
                    member.Id,
                    parent,
                    plan.Digest,
                    [.. decisions.Select(decision => decision.ToOutcome())],
                    decisions.Any(decision => decision.HasWorkAfterCommit),
                    change,
                    parent is null ? plan.LineageId : null),
                cancellationToken);
        }

        await cascade.ExecuteAsync(plan, deletionIds, change, cancellationToken);
        IReadOnlyList<CustomerId> members = [.. plan.Customers.Select(member => member.Id)];
        await fences.RaiseAsync(deletionIds, change.At, cancellationToken);
        await customers.RemoveAsync(members, cancellationToken);
        await failpoints.ReachAsync(Failpoint.CustomerRemoved, cancellationToken);
        return deletionIds[plan.Root.Id];
    }
}
