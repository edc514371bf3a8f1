using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.StartWorkflow;

/// <summary>Starts a workflow.</summary>
/// <param name="Customer">The customer. Required.</param>
/// <param name="WorkflowType">What is done. Required.</param>
[RequiresPermission(Permission.WorkflowWrite)]
public sealed record StartWorkflowCommand(CustomerReference Customer, string? WorkflowType) : ICommand<CommandResult<WorkflowId>>;
