using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Application.Workflows.GetWorkflow;
using FlexPrice.Application.Workflows.SearchWorkflows;
using FlexPrice.Application.Workflows.StartWorkflow;
using FlexPrice.Application.Workflows.StopWorkflow;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Tests.Workflows;

public sealed class WorkflowHandlersTests
{
    private readonly CustomerBench _bench = new(Given.Customer('1'), Given.ArchivedCustomer('9'));
    private readonly InMemoryRepository<Workflow> _workflows = new();

    [Fact]
    public async Task Workflow_WhenStarted_RunsForTheCustomer()
    {
        var result = await StartAsync(new CustomerReference(null, "ext-1"));

        var workflow = _workflows.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(workflow.Id);
        workflow.CustomerId.ShouldBe(Given.CustomerId('1'));
        workflow.WorkflowType.ShouldBe("Onboarding");
    }

    [Fact]
    public async Task Workflow_WhenTheCustomerIsUnknownOrArchived_IsRefused()
    {
        (await StartAsync(new CustomerReference(Given.CustomerId('8').Value))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await StartAsync(new CustomerReference(Given.CustomerId('9').Value))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        _workflows.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stop_WhenItRuns_EndsIt_AndOnlyOnce()
    {
        _workflows.Stored.Add(Given.Workflow());

        (await StopAsync(Given.Id("wf", '1'))).Error.ShouldBeNull();
        _workflows.Stored[0].Status.ShouldBe(WorkflowStatus.Stopped);
        var refused = (await StopAsync(Given.Id("wf", '1'))).Error.ShouldNotBeNull();
        refused.Kind.ShouldBe(ErrorKind.InvalidOperation);
        refused.Details["fix"].ShouldBe((Hint)$"Nothing is left to stop; {Operation.GetWorkflow} shows how and when it ended.");
        (await GetAsync(Given.Id("wf", '1'))).Value.ShouldBe(_workflows.Stored[0]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("wf_01J00000000000000000000008")]
    public async Task Workflow_WhenUnknown_IsNotFoundEverywhere(string id)
    {
        (await StopAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await GetAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Search_WhenConditionsAreNamed_AllHoldTogether()
    {
        _workflows.Stored.Add(Given.Workflow());
        _workflows.Stored.Add(Given.Workflow('2', Given.Customer('2')));
        _workflows.Stored[1].Fail(Given.At(1));
        var all = new SearchWorkflowsQuery();

        await ShouldFindAsync("21", all);
        await ShouldFindAsync("21", all with { WorkflowId = "", WorkflowType = "", Entity = "", EntityId = "" });
        await ShouldFindAsync("1", all with { WorkflowId = Given.Id("wf", '1') });
        await ShouldFindAsync("21", all with { WorkflowType = "Onboarding" });
        await ShouldFindAsync("", all with { WorkflowType = "Offboarding" });
        await ShouldFindAsync("1", all with { WorkflowStatus = "running" });
        await ShouldFindAsync("2", all with { WorkflowStatus = "Failed" });
        await ShouldFindAsync("2", all with { Entity = "customer", EntityId = Given.CustomerId('2').Value });
        await ShouldFindAsync("2", all with { EntityId = Given.CustomerId('2').Value });
        await ShouldFindAsync("", all with { EntityId = "nobody" });
        await ShouldFindAsync("21", all with { Entity = "customer" });
        await ShouldFindAsync("1", all with { Paging = new Paging(1, 1) });
    }

    [Fact]
    public void Validators_WhenAFieldIsWrong_NameIt()
    {
        var start = new StartWorkflowValidator();

        start.WrongFieldsOf(new StartWorkflowCommand(new CustomerReference("cust_1"), "Onboarding")).ShouldBeEmpty();
        start.WrongFieldsOf(new StartWorkflowCommand(new CustomerReference("cust_1"), " ")).ShouldBe(["workflow_type"]);
        start.WrongFieldsOf(new StartWorkflowCommand(new CustomerReference("cust_1"), new string('x', 256))).ShouldBe(["workflow_type"]);
        new SearchWorkflowsValidator().WrongFieldsOf(new SearchWorkflowsQuery()).ShouldBeEmpty();
        new SearchWorkflowsValidator().WrongFieldsOf(new SearchWorkflowsQuery { Entity = "" }).ShouldBeEmpty();
        new SearchWorkflowsValidator().WrongFieldsOf(new SearchWorkflowsQuery { Entity = "customer" }).ShouldBeEmpty();
        new SearchWorkflowsValidator().Validate(new SearchWorkflowsQuery { Entity = "plan" }).Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe("entity must be one of: customer.");
        new SearchWorkflowsValidator().WrongFieldsOf(new SearchWorkflowsQuery { WorkflowStatus = "Paused", Paging = new Paging(0, -1) }).ShouldBe(["workflow_status", "offset"]);
    }

    private Task<CommandResult<WorkflowId>> StartAsync(CustomerReference customer) =>
        new StartWorkflowHandler(_workflows, _bench.Resolver, _bench.Ids, _bench.Caller, _bench.Clock).HandleAsync(new StartWorkflowCommand(customer, "Onboarding"), default);

    private Task<CommandResult<WorkflowId>> StopAsync(string id) =>
        new StopWorkflowHandler(_workflows, _bench.Locks, _bench.Caller, _bench.Clock).HandleAsync(new StopWorkflowCommand(id), default);

    private Task<Result<Workflow>> GetAsync(string id) => new GetWorkflowHandler(_workflows).HandleAsync(new GetWorkflowQuery(id), default);

    private async Task ShouldFindAsync(string lastLetters, SearchWorkflowsQuery query)
    {
        var page = (await new SearchWorkflowsHandler(_workflows).HandleAsync(query, default)).Value;

        string.Concat(page.Items.Select(workflow => workflow.Id.Value[^1])).ShouldBe(lastLetters);
    }
}
