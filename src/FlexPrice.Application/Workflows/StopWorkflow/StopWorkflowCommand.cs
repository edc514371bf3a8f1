using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.StopWorkflow;

/// <summary>Stops a workflow before its end.</summary>
/// <param name="Id">The workflow.</param>
[RequiresPermission(Permission.WorkflowWrite)]
public sealed record StopWorkflowCommand(string Id) : ICommand<CommandResult<WorkflowId>>;
