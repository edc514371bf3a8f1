using FlexPrice.Application.Wallets;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Cascade;

public sealed class CascadePlanTests
{
    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Refusal_WhenFlexPriceKnowsTheCase_UsesItsMessageWhateverComesFirst()
    {
        _bench.Has("subscriptions.inspect", Row.PaidFor("active"));
        _bench.Has("wallets.inspect", Row.Wallet("frozen"));

        (await RefusalAsync()).Message.ShouldBe(WalletsEdge.FlexPriceMessage);
    }

    [Fact]
    public async Task Refusal_WhenFlexPriceDoesNotKnowTheCase_UsesTheFirstInTableOrder()
    {
        _bench.Has("child_customers.inspect", Row.Child());
        _bench.Has("legal_hold.inspect", Row.Hold("in_force"));

        (await RefusalAsync()).Message.ShouldBe("The customer has child customers");
    }

    [Fact]
    public async Task Blockers_WhenAlikeOnesOfSeveralCustomers_AreTakenTogether()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        _bench.Has("wallets.inspect", Row.Wallet("active", '1'), Row.Wallet("active", '2'), Row.Wallet("active", '3', customer: child.Id));

        var plan = (await _bench.PlanAsync(("child_customers", "cascade"))).Value;

        var blocker = plan.Blockers.ShouldHaveSingleItem();
        blocker.Count.ShouldBe(3);
        blocker.Ids.ShouldBe([Given.Id("wallet", '1'), Given.Id("wallet", '2'), Given.Id("wallet", '3')]);
    }

    [Fact]
    public async Task Blockers_WhenVeryMany_CountAllAndNameSome()
    {
        _bench.Has("wallets.inspect", [.. Enumerable.Range(0, 50).Select(i => Row.Wallet("active") with { Id = $"wallet_{i:D26}" })]);

        var blocker = (await _bench.PlanAsync()).Value.Blockers.ShouldHaveSingleItem();

        blocker.Count.ShouldBe(50);
        blocker.Ids.Count.ShouldBe(Blocker.MaximumIds);
    }

    [Fact]
    public async Task Edges_WhenSeveralCustomersAndCurrencies_AddUpMoneyAndRows()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        _bench.Has(
            "wallets.inspect",
            Row.Wallet("closed", '1', "eur", 10, 1),
            Row.Wallet("closed", '2', "usd", 5, 2),
            Row.Wallet("closed", '3', "eur", 2.5m, 3, child.Id));

        var wallets = (await _bench.PlanAsync(("child_customers", "cascade"))).Value.Edges.Single(edge => edge.Edge == "wallets");

        wallets.Count.ShouldBe(3);
        wallets.Money.ShouldBe([new MoneyAmount("eur", 12.5m), new MoneyAmount("usd", 5)]);
        wallets.Rows.ShouldBe([new RowEffect("wallets", RowEffectKind.Deleted, 3), new RowEffect("wallet_transactions", RowEffectKind.Deleted, 6)]);
    }

    [Fact]
    public async Task Effects_WhenSeveralEdgesTouchATable_AddUpItsRows()
    {
        _bench.Has("draft_invoices.inspect", Row.Invoice("draft", '1', "draft") with { Count = 2 });
        _bench.Has("retained_invoices.inspect", Row.Invoice("issued", '2', "finalized") with { Count = 3 });

        (await _bench.PlanAsync()).Value.Effects.Where(effect => effect.Table == "invoice_line_items").ShouldBe([new RowEffect("invoice_line_items", RowEffectKind.Deleted, 5)]);
    }

    [Fact]
    public async Task Edges_WhenOneCountIsUnknown_TheSumIsUnknown()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        _bench.Has("usage.inspect", Row.Subject(events: 5), Row.Subject(events: null, '2', child.Id));

        var usage = (await _bench.PlanAsync(("child_customers", "cascade"))).Value.Edges.Single(edge => edge.Edge == "usage");

        usage.Rows.ShouldContain(new RowEffect("usage_events", RowEffectKind.Pseudonymised, null));
    }

    private async Task<Error> RefusalAsync() => (await _bench.PlanAsync()).Value.Refusal().ShouldNotBeNull();
}
