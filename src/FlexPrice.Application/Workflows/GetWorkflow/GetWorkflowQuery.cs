using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.GetWorkflow;

/// <summary>Reads a workflow.</summary>
/// <param name="Id">The workflow.</param>
[RequiresPermission(Permission.WorkflowRead)]
public sealed record GetWorkflowQuery(string Id) : IQuery<Result<Workflow>>;
