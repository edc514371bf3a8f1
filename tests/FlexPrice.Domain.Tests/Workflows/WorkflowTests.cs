using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Domain.Tests.Workflows;

public sealed class WorkflowTests
{
    private static readonly WorkflowId Id = WorkflowId.From(Sample.Id("wf", '1'));

    [Fact]
    public void Workflow_WhenStarted_RunsAndIsAnnounced()
    {
        var workflow = Workflow.Start(Sample.Scope, Id, Sample.Customer(), "Onboarding", Sample.At(0)).Value;

        workflow.Status.ShouldBe(WorkflowStatus.Running);
        workflow.StartedAt.ShouldBe(Sample.Noon);
        workflow.ClosedAt.ShouldBeNull();
        workflow.TakeEvents().ShouldBe([new WorkflowStarted(Id, Sample.CustomerId('1'), Sample.Noon)]);
    }

    [Fact]
    public void Workflow_WhenTheCustomerIsArchived_IsNotStarted() =>
        Workflow.Start(Sample.Scope, Id, Sample.ArchivedCustomer(), "Onboarding", Sample.At(0)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Workflow_WhenStopped_IsAnnounced()
    {
        var workflow = Running();

        workflow.Stop(Sample.At(2)).ShouldBeNull();

        workflow.Status.ShouldBe(WorkflowStatus.Stopped);
        workflow.ClosedAt.ShouldBe(Sample.Noon.AddMinutes(2));
        workflow.TakeEvents().ShouldBe([new WorkflowStopped(Id, Sample.CustomerId('1'), Sample.Noon.AddMinutes(2))]);
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
            WorkflowStatus.Completed => workflow.Complete(Sample.At(1)),
            WorkflowStatus.Failed => workflow.Fail(Sample.At(1)),
            _ => workflow.Stop(Sample.At(1)),
        }).ShouldBeNull();
        workflow.TakeEvents();

        workflow.Stop(Sample.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        workflow.Complete(Sample.At(2)).ShouldNotBeNull();
        workflow.Fail(Sample.At(2)).ShouldNotBeNull();

        workflow.Status.ShouldBe(how);
        workflow.ClosedAt.ShouldBe(Sample.Noon.AddMinutes(1));
        workflow.TakeEvents().ShouldBeEmpty();
    }

    private static Workflow Running()
    {
        var workflow = Workflow.Start(Sample.Scope, Id, Sample.Customer(), "Onboarding", Sample.At(0)).Value;
        workflow.TakeEvents();
        return workflow;
    }
}
