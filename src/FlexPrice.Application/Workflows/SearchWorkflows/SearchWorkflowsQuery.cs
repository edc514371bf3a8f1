using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.SearchWorkflows;

/// <summary>Lists workflows, the newest first. All conditions hold together; null for no condition.</summary>
[RequiresPermission(Permission.WorkflowRead)]
public sealed record SearchWorkflowsQuery : IQuery<Result<Page<Workflow>>>
{
    /// <summary>Only this one.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Only of this type.</summary>
    public string? WorkflowType { get; init; }

    /// <summary>Filters by state, for example <c>Running</c>, case-insensitive.</summary>
    public string? WorkflowStatus { get; init; }

    /// <summary>Filters by kind of entity. Only a <c>customer</c> has workflows.</summary>
    public string? Entity { get; init; }

    /// <summary>Only of this entity.</summary>
    public string? EntityId { get; init; }

    /// <summary>Which page.</summary>
    public Paging Paging { get; init; } = new(0, 0);
}
