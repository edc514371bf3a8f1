using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Domain.Workflows;

/// <summary>A multi-step process for a customer, such as onboarding. The program that runs it is notified when it must stop.</summary>
public sealed class Workflow : AggregateRoot
{
    private Workflow()
    {
    }

    private Workflow(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The workflow's id.</summary>
    public WorkflowId Id { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What is done, at most 255 characters.</summary>
    [NotPersonal("The name of a kind of workflow.")]
    public string WorkflowType { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public WorkflowStatus Status { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended, for any reason, UTC; null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Starts a workflow.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">Its id.</param>
    /// <param name="customer">The customer. Refused when archived.</param>
    /// <param name="workflowType">What is done.</param>
    /// <param name="change">Time and actor.</param>
    public static Result<Workflow> Start(EnvironmentScope scope, WorkflowId id, Customer customer, string workflowType, Change change)
    {
        if (customer.Status == CustomerStatus.Archived)
        {
            return CustomerErrors.Archived(customer.Id, "The customer must be active to start a workflow");
        }

        var workflow = new Workflow(scope, change)
        {
            Id = id,
            CustomerId = customer.Id,
            WorkflowType = workflowType,
            StartedAt = change.At,
        };
        workflow.Raise(new WorkflowStarted(id, customer.Id, change.At));
        return workflow;
    }

    /// <summary>Stops the workflow before its end.</summary>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Stop(Change change)
    {
        if (End(WorkflowStatus.Stopped, change) is { } refused)
        {
            return refused;
        }

        Raise(new WorkflowStopped(Id, CustomerId, change.At));
        return null;
    }

    /// <summary>The workflow came to its end.</summary>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Complete(Change change) => End(WorkflowStatus.Completed, change);

    /// <summary>The workflow broke.</summary>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Fail(Change change) => End(WorkflowStatus.Failed, change);

    private Error? End(WorkflowStatus status, Change change)
    {
        if (Status != WorkflowStatus.Running)
        {
            return WorkflowErrors.AlreadyEnded();
        }

        Status = status;
        ClosedAt = change.At;
        Touch(change);
        return null;
    }
}
