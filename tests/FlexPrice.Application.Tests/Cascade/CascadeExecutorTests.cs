using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Subscriptions.Events;
using FlexPrice.Domain.Usage.Events;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Tests.Cascade;

public sealed class CascadeExecutorTests
{
    private static readonly DeletionId Deletion = DeletionId.From(Given.Id("del", '1'));

    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Execution_WhenDecided_AppliesEveryEdgeInTheOrderOfTheCascade()
    {
        await ExecuteAsync(("subscriptions", "cancel_now"), ("wallets", "forfeit"), ("child_customers", "detach"));

        string[] expected =
        [
            "subscriptions.unlink_invoices",
            "subscriptions.detach_inherited",
            "subscriptions.unlink_payer",
            "subscriptions.delete_line_items",
            "subscriptions.delete",
            "draft_invoices.delete_line_items",
            "draft_invoices.delete",
            "retained_invoices.delete_line_items",
            "retained_invoices.delete_payments",
            "retained_invoices.delete_never_issued",
            "retained_invoices.retain",
            "wallets.delete_transactions",
            "wallets.delete",
            "usage.destroy_subjects",
            "workflows.delete",
            "child_customers.detach",
            "integrations.have_erased",
            "integrations.delete",
            "legal_hold.delete_released",
        ];
        var edges = expected.Select(EdgeOf).ToHashSet();
        _bench.Store.Applied.Select(statement => statement.Name).Where(name => edges.Contains(EdgeOf(name))).ShouldBe(expected);
        _bench.Failpoints.Steps.Skip(2).ShouldBe(CascadeOrder.Edges.Select(Failpoint.EdgeApplied));
    }

    [Fact]
    public async Task Execution_WhenEdgesAnnounce_RaisesWhatHappened()
    {
        _bench.Has("subscriptions.inspect", Row.Owned("active"));
        _bench.Has("wallets.inspect", Row.Wallet("active"));
        _bench.Has("usage.inspect", Row.Subject());
        _bench.Has("child_customers.inspect", Row.Child());

        await ExecuteAsync(("subscriptions", "cancel_now"), ("wallets", "forfeit"), ("usage", "erase"), ("child_customers", "detach"));

        _bench.UnitOfWork.Raised.Select(happened => happened.GetType()).ShouldBe(
            [typeof(SubscriptionCancelled), typeof(WalletTerminated), typeof(UsageErasureRequested), typeof(CustomerUpdated)]);
        _bench.UnitOfWork.Raised.ShouldAllBe(happened => happened.OccurredAt == Given.At(3).At);
        _bench.UnitOfWork.Raised.OfType<UsageErasureRequested>().Single().DeletionId.ShouldBe(Deletion);
    }

    [Fact]
    public async Task Execution_WhenArchiving_TouchesNoOtherEdge()
    {
        var plan = (await _bench.PlanAsync(CascadeIntent.Archive, null)).Value;

        await _bench.Executor.ExecuteAsync(plan, deletions: null, Given.At(3), default);

        _bench.Store.Applied.ShouldHaveSingleItem().Name.ShouldBe("subscriptions.end_with_period");
        _bench.UnitOfWork.Raised.ShouldBeEmpty();
    }

    [Fact]
    public void Mismatch_WhenRowsDiffer_NamesTheStatement() =>
        new CascadeMismatchException("wallets.delete", 2, 3).Message.ShouldBe("wallets.delete changed 3 rows where 2 were decided.");

    private static string EdgeOf(string statement) => statement.Split('.')[0];

    private async Task ExecuteAsync(params (string Edge, string Action)[] choices)
    {
        var plan = (await _bench.PlanAsync(choices)).Value;
        await _bench.Executor.ExecuteAsync(plan, new Dictionary<CustomerId, DeletionId> { [_bench.Customer.Id] = Deletion }, Given.At(3), default);
    }
}
