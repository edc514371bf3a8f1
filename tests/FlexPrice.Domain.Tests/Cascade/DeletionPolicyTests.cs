using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Cascade.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Cascade;

public sealed class DeletionPolicyTests
{
    private static readonly EdgeActions Wallets = new("wallets", ["block", "forfeit", "refund"]);
    private static readonly EdgeActions Usage = new("usage", ["retain", "erase"]);

    [Fact]
    public void Policy_WhenNothingIsDecided_TheProductChooses() =>
        Undecided().Choose(Wallets, null).Value.ShouldBe(new ChosenAction("wallets", "block", ActionSource.Product));

    [Fact]
    public void Policy_WhenNothingIsDecided_TheRequestMayChooseAnyAction() =>
        Undecided().Choose(Wallets, "refund").Value.ShouldBe(new ChosenAction("wallets", "refund", ActionSource.Request));

    [Fact]
    public void Policy_WhenTheEnvironmentDecided_ItsDefaultStands()
    {
        var policy = Decided(new EdgePolicy("wallets", "forfeit", []));

        policy.Choose(Wallets, null).Value.ShouldBe(new ChosenAction("wallets", "forfeit", ActionSource.Environment));
        policy.Choose(Usage, null).Value.Source.ShouldBe(ActionSource.Product);
    }

    [Fact]
    public void Policy_WhenTheRequestWantsMoreThanAllowed_RefusesAndNamesTheAllowed()
    {
        var error = Decided(new EdgePolicy("wallets", "block", ["refund"])).Choose(Wallets, "forfeit").Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Details["wallets"].ShouldBeOfType<Hint>().ToString().ShouldContain("Allowed: block, refund.");
    }

    [Fact]
    public void Policy_WhenTheActionIsUnknown_RefusesAndNamesTheAllowed() =>
        Decided(new EdgePolicy("wallets", "block", ["refund"])).Choose(Wallets, "burn").Error.ShouldNotBeNull()
            .Details["wallets"].ShouldBeOfType<string>().ShouldContain("Allowed: block, refund.");

    [Fact]
    public void Policy_WhenDecided_AnnouncesItAndKeepsTheOtherEdges()
    {
        var policy = Decided(new EdgePolicy("wallets", "forfeit", []));
        policy.TakeEvents();

        policy.Decide([new EdgePolicy("usage", "erase", [])], [Wallets, Usage], Given.At(2)).ShouldBeNull();

        policy.Edges.Select(edge => edge.Edge).ShouldBe(["wallets", "usage"]);
        policy.TakeEvents().ShouldBe([new DeletionPolicyDecided(Given.Scope.EnvironmentId, 100, Given.Noon.AddMinutes(2))]);
    }

    [Fact]
    public void Policy_WhenAnEdgeOrActionIsUnknown_ChangesNothing()
    {
        var policy = Undecided();

        policy.Decide([new EdgePolicy("wallet", "block", [])], [Wallets], Given.At(1)).ShouldNotBeNull().Details["edges[0].edge"].ShouldBeOfType<string>().ShouldContain("wallets");
        policy.Decide([new EdgePolicy("wallets", "burn", [])], [Wallets], Given.At(1)).ShouldNotBeNull().Details["edges[0].default"].ShouldBeOfType<string>().ShouldContain("block");
        policy.Decide([new EdgePolicy("wallets", "block", ["burn"])], [Wallets], Given.At(1)).ShouldNotBeNull().Details.Keys.ShouldBe(["edges[0].allowed_overrides"]);

        policy.Edges.ShouldBeEmpty();
        policy.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Policy_WhenOnlyTheLimitIsDecided_KeepsTheEdgesAndAnnouncesItOnce()
    {
        var policy = Decided(new EdgePolicy("wallets", "forfeit", []));
        policy.DeletionsPerHour.ShouldBe(DeletionPolicy.DefaultDeletionsPerHour);
        policy.TakeEvents();

        policy.Decide([], [Wallets, Usage], Given.At(2), deletionsPerHour: 7).ShouldBeNull();
        policy.Decide([new EdgePolicy("usage", "erase", [])], [Wallets, Usage], Given.At(3)).ShouldBeNull();

        policy.DeletionsPerHour.ShouldBe(7);
        policy.Edges.Select(edge => edge.Edge).ShouldBe(["wallets", "usage"]);
        policy.TakeEvents().Count.ShouldBe(2);
    }

    private static DeletionPolicy Undecided() => DeletionPolicy.Undecided(Given.Scope, Given.At(0));

    private static DeletionPolicy Decided(EdgePolicy edge)
    {
        var policy = Undecided();
        policy.Decide([edge], [Wallets, Usage], Given.At(1)).ShouldBeNull();
        return policy;
    }
}
