using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.StartWorkflow;

internal sealed class StartWorkflowHandler(
    IRepository<Workflow> workflows,
    CustomerResolver customers,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<StartWorkflowCommand, CommandResult<WorkflowId>>
{
    public async Task<CommandResult<WorkflowId>> HandleAsync(StartWorkflowCommand command, CancellationToken cancellationToken)
    {
        var customer = await customers.LockSharedAsync(command.Customer.PreferringId(), cancellationToken);
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        var workflow = Workflow.Start(caller.Scope, ids.New<WorkflowId>(), customer.Value, command.WorkflowType!, caller.ChangeNow(clock));
        if (workflow.Error is not null)
        {
            return workflow.Error;
        }

        await workflows.AddAsync(workflow.Value, cancellationToken);
        return workflow.Value.Id;
    }
}
