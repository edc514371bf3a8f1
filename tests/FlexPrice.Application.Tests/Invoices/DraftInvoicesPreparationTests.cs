using FlexPrice.Application.Cascade;
using FlexPrice.Application.Invoices;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class DraftInvoicesPreparationTests
{
    private readonly InvoiceBench _bench = new();

    [Fact]
    public async Task Drafts_WhenTheirCustomersGo_AreIssuedTheOldestFirst()
    {
        _bench.Invoices.Stored.Add(Given.Draft('2'));
        _bench.Invoices.Stored.Add(Given.Draft('1', customer: Given.Customer('2')));
        _bench.Invoices.Stored.Add(Given.Draft('3', customer: Given.Customer('3')));

        await PrepareAsync(Decision("finalize", Row.Customer), Decision("finalize", Given.CustomerId('2')));

        _bench.Invoices.Stored.Select(invoice => invoice.InvoiceNumber).ShouldBe(["INV-000002", "INV-000001", null]);
        _bench.Documents.Stored.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("discard")]
    [InlineData("block")]
    public async Task Drafts_WhenAnotherActionWasChosen_AreLeftAlone(string action)
    {
        _bench.Invoices.Stored.Add(Given.Draft());

        await PrepareAsync(Decision(action, Row.Customer));

        _bench.Invoices.Stored[0].Status.ShouldBe(InvoiceStatus.Draft);
        _bench.Counters.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Edge_WhenExecuted_IsPreparedBeforeItsStatements()
    {
        var cascade = new CascadeBench();
        cascade.Preparations.Add(Preparation());
        cascade.Has("draft_invoices.inspect", Row.Invoice("draft"));
        _bench.Invoices.Stored.Add(Given.Draft());
        var plan = (await cascade.PlanAsync(("draft_invoices", "finalize"))).Value;

        await cascade.Executor.ExecuteAsync(plan, new Dictionary<CustomerId, DeletionId> { [Row.Customer] = Ask.Deletion }, Given.At(3), default);

        _bench.Invoices.Stored[0].FinalizedAt.ShouldBe(Given.At(3).At);
        cascade.Store.Applied.ShouldAllBe(statement => statement.Deletions[Row.Customer] == Ask.Deletion);
    }

    private static EdgeDecision Decision(string action, CustomerId customer)
    {
        var edge = new DraftInvoicesEdge();
        return edge.Decide(edge.Context(action) with { CustomerId = customer, Rows = [Row.Invoice("draft", customer: customer)] });
    }

    private DraftInvoicesPreparation Preparation() => new(_bench.Invoices, _bench.Customers.Customers, _bench.Finalizer, new InlineUnitOfWork());

    private Task PrepareAsync(params EdgeDecision[] decisions) => Preparation().PrepareAsync(decisions, new Dictionary<CustomerId, DeletionId>(), Given.At(3), default);
}
