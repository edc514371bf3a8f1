using FlexPrice.Application.Cascade;
using FlexPrice.Application.Integrations;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Tests.Integrations;

public sealed class IntegrationsEdgeTests
{
    private static readonly InventoryRow[] Mappings = [Row.Mapping("stripe", '1'), Row.Mapping("paypal", '2'), Row.Mapping("stripe", '3')];

    private readonly IntegrationsEdge _edge = new();

    [Theory]
    [InlineData("erase", RecipientAction.Erase, "integrations.have_erased")]
    [InlineData("notify", RecipientAction.Notify, "integrations.have_notified")]
    public void Mappings_WhenSomebodyMustBeTold_BecomeRecipients(string action, RecipientAction wanted, string statement)
    {
        var decision = _edge.Decide(action, Mappings);

        decision.Recipients.ShouldBe([new RecipientCount("paypal", wanted, 1), new RecipientCount("stripe", wanted, 2)]);
        decision.Effects.ShouldBe([new RowEffect("integration_mappings", RowEffectKind.Deleted, 3)]);
        _edge.Statements(decision).ShouldBe([(statement, 3), ("integrations.delete", 3)]);
        decision.ToOutcome().Recipients.ShouldBe(decision.Recipients);
    }

    [Fact]
    public void Unlink_WhenThereAreMappings_TellsNobody()
    {
        var decision = _edge.Decide("unlink", Mappings);

        decision.Recipients.ShouldBeEmpty();
        _edge.Statements(decision).ShouldBe([("integrations.delete", 3)]);
    }

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();
}
