using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Api.Workflows;

/// <summary>A workflow: every key that FlexPrice's SDK declares, null for what this product does not have.</summary>
internal sealed record WorkflowResponse
{
    private const string Customer = "customer";

    public required string WorkflowId { get; init; }

    public string? RunId { get; init; }

    public required string WorkflowType { get; init; }

    public string? TaskQueue { get; init; }

    /// <summary>Running, Completed, Failed or Stopped.</summary>
    public required string Status { get; init; }

    /// <summary>Always customer.</summary>
    public required string Entity { get; init; }

    /// <summary>Our id of the customer.</summary>
    public required string EntityId { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset? CloseTime { get; init; }

    /// <summary>From the start to the end in milliseconds; null while it runs.</summary>
    public required long? DurationMs { get; init; }

    public string? TotalDuration { get; init; }

    public required string CreatedBy { get; init; }

    public static WorkflowResponse Of(Workflow workflow) => new()
    {
        WorkflowId = workflow.Id.Value,
        WorkflowType = workflow.WorkflowType,
        Status = WireName.Of(workflow.Status),
        Entity = Customer,
        EntityId = workflow.CustomerId.Value,
        StartTime = workflow.StartedAt,
        CloseTime = workflow.ClosedAt,
        DurationMs = workflow.ClosedAt is { } closed ? (long)(closed - workflow.StartedAt).TotalMilliseconds : null,
        CreatedBy = workflow.CreatedBy,
    };
}
