using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.DecideDeletionPolicy;
using FlexPrice.Application.Deletions.SearchDeletions;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class DeletionValidatorsTests
{
    private readonly DecideDeletionPolicyValidator _decide = new();

    [Fact]
    public void Decide_WhenRight_Passes() =>
        _decide.WrongFieldsOf(new DecideDeletionPolicyCommand([new EdgePolicy("wallets", "forfeit", []), new EdgePolicy("usage", "erase", ["retain"])])).ShouldBeEmpty();

    [Fact]
    public void Decide_WhenNothingIsDecided_NamesTheList()
    {
        _decide.WrongFieldsOf(new DecideDeletionPolicyCommand([])).ShouldBe(["edges"]);
        _decide.WrongFieldsOf(new DecideDeletionPolicyCommand(null!)).ShouldBe(["edges"]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void Decide_WhenTheLimitIsWrong_NamesIt(int limit, bool isRight) =>
        _decide.WrongFieldsOf(new DecideDeletionPolicyCommand([], limit)).ShouldBe(isRight ? [] : ["deletions_per_hour"]);

    [Fact]
    public void Decide_WhenAnEdgeHasNoDefault_NamesIt()
    {
        var failure = _decide.Validate(new DecideDeletionPolicyCommand([new EdgePolicy("wallets", "", [])])).Errors.ShouldHaveSingleItem();

        failure.PropertyName.ShouldBe("edges[0].default");
    }

    [Theory]
    [InlineData("")]
    [InlineData("invoices")]
    public void Decide_WhenAnEdgeIsMissingOrUnknown_NamesTheFieldAndTheEdges(string edge)
    {
        var failure = _decide.Validate(new DecideDeletionPolicyCommand([new EdgePolicy("usage", "erase", []), new EdgePolicy(edge, "block", [])])).Errors.ShouldHaveSingleItem();

        failure.PropertyName.ShouldBe("edges[1].edge");
        failure.ErrorMessage.ShouldContain("must be one of: subscriptions, draft_invoices, ");
    }

    [Fact]
    public void Decide_WhenAnEdgeIsDecidedTwice_NamesTheList() =>
        _decide.WrongFieldsOf(new DecideDeletionPolicyCommand([new EdgePolicy("wallets", "block", []), new EdgePolicy("wallets", "forfeit", [])])).ShouldBe(["edges"]);

    [Theory]
    [InlineData(null, true)]
    [InlineData("cleaning", true)]
    [InlineData("telling", true)]
    [InlineData("verifying", true)]
    [InlineData("completed", true)]
    [InlineData("failed_verification", true)]
    [InlineData("forgotten", false)]
    public void Search_WhenTheStateIsUnknown_NamesIt(string? state, bool isRight) =>
        new SearchDeletionsValidator().WrongFieldsOf(new SearchDeletionsQuery(null, state, new Paging(0, 0))).ShouldBe(isRight ? [] : ["state"]);

    [Fact]
    public void Search_WhenThePageIsWrong_NamesIt() =>
        new SearchDeletionsValidator().WrongFieldsOf(new SearchDeletionsQuery(null, null, new Paging(-1, 0))).ShouldBe(["limit"]);
}
