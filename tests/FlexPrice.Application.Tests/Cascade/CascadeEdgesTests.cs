using FlexPrice.Application.Cascade;
using FlexPrice.Application.Retention;
using FlexPrice.Application.Wallets;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Tests.Cascade;

public sealed class CascadeEdgesTests
{
    [Fact]
    public void Edges_WhenGivenInAnyOrder_StandInTheOrderOfTheCascade()
    {
        CascadeBench.Edges.InOrder.Select(edge => edge.Name).ShouldBe(CascadeOrder.Edges);
        CascadeBench.Edges.QueryParameters.ShouldBe(
            [.. CascadeOrder.Edges.SelectMany(edge => edge == "child_customers" ? new[] { edge, "child_customers_parent" } : [edge])]);
    }

    [Fact]
    public void Edges_WhenOneHasNoPlace_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => new CascadeEdges(CascadeBench.Edges.InOrder.Append(Stranger()), CascadeOrder.Edges))
            .Message.ShouldBe("These edges have no place in CascadeOrder.cs: stranger.");

    [Fact]
    public void Edges_WhenOneIsMissing_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => new CascadeEdges([new WalletsEdge(), new LegalHoldEdge()], ["wallets", "usage", "legal_hold"]))
            .Message.ShouldBe("CascadeOrder.cs names edges that are none: usage.");

    [Fact]
    public void Edges_WhenEveryIntentIsAsked_NameTheirActionsDefaultFirst()
    {
        string[] expected =
        [
            "subscriptions: block cancel_now",
            "draft_invoices: discard block finalize",
            "outstanding_invoices: block void write_off",
            "retained_invoices: retain anonymize",
            "wallets: block forfeit refund",
            "usage: retain erase",
            "workflows: stop block",
            "child_customers: block cascade detach reparent",
            "integrations: erase notify unlink",
            "legal_hold: block",
        ];

        var actions = CascadeBench.Edges.ActionsFor(CascadeIntent.Delete);
        actions.Select(edge => $"{edge.Edge}: {string.Join(' ', edge.Actions)}").Intersect(expected).ShouldBe(expected);
        actions.Select(edge => edge.Edge).ShouldBe(CascadeOrder.Edges);
        CascadeBench.Edges.ActionsFor(CascadeIntent.Archive).Select(edge => edge.Edge).ShouldBe(["subscriptions"]);
        CascadeBench.Edges.ActionsFor(CascadeIntent.Publish).Select(edge => edge.Edge).ShouldBe(["subscriptions"]);
    }

    private static ICascadeEdge Stranger()
    {
        var edge = Substitute.For<ICascadeEdge>();
        edge.Name.Returns("stranger");
        return edge;
    }
}
