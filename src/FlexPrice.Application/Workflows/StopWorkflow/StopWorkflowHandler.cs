using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.StopWorkflow;

internal sealed class StopWorkflowHandler(IRepository<Workflow> workflows, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<StopWorkflowCommand, CommandResult<WorkflowId>>
{
    public async Task<CommandResult<WorkflowId>> HandleAsync(StopWorkflowCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<WorkflowId>(command.Id, out var id) || await workflows.FirstOrDefaultAsync(new WorkflowById(id), cancellationToken) is not { } workflow)
        {
            return WorkflowErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([workflow.CustomerId], cancellationToken);
        return workflow.Stop(caller.ChangeNow(clock)) is { } refused ? refused : id;
    }
}
