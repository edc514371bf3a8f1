using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Domain.Tests.Workflows;

public sealed class WorkflowTests
{
    private static readonly WorkflowId Id = WorkflowId.From(Given.Id("wf", '1'));

    [Fact]
    public void Workflow_WhenStarted_RunsAndIsAnnounced()
    {
        var workflow = Workflow.Start(Given.Scope, Id, Given.Customer(), "Onboarding", Given.At(0)).Value;

        workflow.Status.ShouldBe(WorkflowStatus.Running);
        workflow.StartedAt.ShouldBe(Given.Noon);
        workflow.ClosedAt.ShouldBeNull();
        workflow.TakeEvents().ShouldBe([new WorkflowStarted(Id, Given.CustomerId('1'), Given.Noon)]);
    }

    [Fact]
    public void Workflow_WhenTheCustomerIsArchived_IsNotStarted() =>
        Workflow.Start(Given.Scope, Id, Given.ArchivedCustomer(), "Onboarding", Given.At(0)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Workflow_WhenStopped_IsAnnounced()
    {
        var workflow = Running();

        workflow.Stop(Given.At(2)).ShouldBeNull();

        workflow.Status.ShouldBe(WorkflowStatus.Stopped);
        workflow.ClosedAt.ShouldBe(Given.Noon.AddMinutes(2));
        workflow.TakeEvents().ShouldBe([new WorkflowStopped(Id, Given.CustomerId('1'), Given.Noon.AddMinutes(2))]);
    }

    [Theory]
    [InlineData(WorkflowStatus.Completed)]
    [InlineData(WorkflowStatus.Failed)]
    [InlineData(WorkflowStatus.Stopped)]
    public void Workflow_WhenItHasEnded_StaysAsItIs(WorkflowStatus how)
    {
        var workflow = Running();
        (how switch
        {
            WorkflowStatus.Completed => workflow.Complete(Given.At(1)),
            WorkflowStatus.Failed => workflow.Fail(Given.At(1)),
            _ => workflow.Stop(Given.At(1)),
        }).ShouldBeNull();
        workflow.TakeEvents();

        workflow.Stop(Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        workflow.Complete(Given.At(2)).ShouldNotBeNull();
        workflow.Fail(Given.At(2)).ShouldNotBeNull();

        workflow.Status.ShouldBe(how);
        workflow.ClosedAt.ShouldBe(Given.Noon.AddMinutes(1));
        workflow.TakeEvents().ShouldBeEmpty();
    }

    private static Workflow Running()
    {
        var workflow = Workflow.Start(Given.Scope, Id, Given.Customer(), "Onboarding", Given.At(0)).Value;
        workflow.TakeEvents();
        return workflow;
    }
}
