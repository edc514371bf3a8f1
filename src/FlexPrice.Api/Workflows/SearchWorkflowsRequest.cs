using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Workflows.SearchWorkflows;

namespace FlexPrice.Api.Workflows;

/// <summary>Which workflows to list. All conditions hold together.</summary>
internal sealed record SearchWorkflowsRequest
{
    public string? WorkflowId { get; init; }

    public string? WorkflowType { get; init; }

    /// <summary>Running, Completed, Failed or Stopped, case-insensitive; absent for all.</summary>
    public string? WorkflowStatus { get; init; }

    /// <summary>customer; nothing else has workflows.</summary>
    public string? Entity { get; init; }

    /// <summary>Our id of the customer.</summary>
    public string? EntityId { get; init; }

    public int Limit { get; init; }

    public int Offset { get; init; }

    public SearchWorkflowsQuery ToQuery() => new()
    {
        WorkflowId = WorkflowId,
        WorkflowType = WorkflowType,
        WorkflowStatus = WorkflowStatus,
        Entity = Entity,
        EntityId = EntityId,
        Paging = new Paging(Limit, Offset),
    };
}
