using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Application.Retention;
using FlexPrice.Application.Wallets;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Tests.Deletions.Cascade;

public sealed class CascadeEdgesTests
{
    [Fact]
    public void Edges_WhenGivenInAnyOrder_StandInTheOrderOfTheCascade()
    {
        CascadeBench.Edges.InOrder.Select(edge => edge.Name).ShouldBe(CascadeOrder.Edges);
        CascadeBench.Edges.QueryParameters.ShouldBe(
        [
            "subscriptions", "draft_invoices", "outstanding_invoices", "retained_invoices", "wallets", "usage",
            "workflows", "child_customers", "child_customers_parent", "integrations", "legal_hold",
        ]);
    }

    [Fact]
    public void Edges_WhenOneHasNoPlace_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => new CascadeEdges(CascadeBench.Edges.InOrder.Append(Stranger())))
            .Message.ShouldBe("No place in the cascade: stranger.");

    [Fact]
    public void Edges_WhenOneIsMissing_AreRefused() =>
        Should.Throw<KeyNotFoundException>(() => new CascadeEdges([new WalletsEdge(), new LegalHoldEdge()]));

    [Fact]
    public void Edges_WhenEveryIntentIsAsked_NameTheirActionsDefaultFirst()
    {
        CascadeBench.Edges.ActionsFor(CascadeIntent.Delete).Select(edge => $"{edge.Edge}: {string.Join(' ', edge.Actions)}").ShouldBe(
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
        ]);
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
