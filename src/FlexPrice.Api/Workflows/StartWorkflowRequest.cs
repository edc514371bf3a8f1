using FlexPrice.Application.Workflows.StartWorkflow;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Api.Workflows;

/// <summary>A workflow to start.</summary>
internal sealed record StartWorkflowRequest
{
    /// <summary>Our id of the customer; wins over external_customer_id.</summary>
    public string? CustomerId { get; init; }

    public string? ExternalCustomerId { get; init; }

    /// <summary>What is done, for example CustomerOnboardingWorkflow.</summary>
    public string? WorkflowType { get; init; }

    public StartWorkflowCommand ToCommand() => new(new CustomerReference(CustomerId, ExternalCustomerId), WorkflowType);
}
