using FlexPrice.Application.Deletions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Application.Wallets;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Tests.Wallets;

public sealed class RefundsPreparationTests
{
    private readonly InMemoryCustomers _customers = new(Given.Customer('1'), Given.Customer('2'));
    private readonly InMemoryRepository<Deletion> _deletions = new(Record('1'), Record('2'));
    private readonly IRecipientSeal _seal = Substitute.For<IRecipientSeal>();
    private readonly List<RecipientSubject> _payees = [];

    public RefundsPreparationTests() => _seal.Seal(Arg.Any<RecipientId>(), Arg.Do<RecipientSubject>(_payees.Add)).Returns(([7], [8]));

    [Fact]
    public async Task Refund_WhenWalletsAreWorthSomething_IsOwedToTheirOwnersAndSealed()
    {
        await PrepareAsync(Decision("refund", '1', Row.Wallet("active", '1', balance: 2.345m), Row.Wallet("active", '2', balance: 0)), Decision("refund", '2', Row.Wallet("closed", '3', balance: 5)));

        var owed = _deletions.Stored.Select(deletion => deletion.Recipients.ShouldHaveSingleItem()).ToList();
        owed.Select(recipient => (recipient.Id.Value[^1], recipient.Amount, recipient.Currency)).ShouldBe([('1', 2.35m, "eur"), ('3', 5m, "eur")]);
        owed.ShouldAllBe(recipient => recipient.WrappedKey!.Single() == 7 && recipient.Sealed!.Single() == 8 && recipient.State == RecipientState.Pending);
        owed.Select(recipient => recipient.DeletionId).ShouldBe(_deletions.Stored.Select(deletion => deletion.Id));
        _payees.Select(payee => payee.ExternalId).ShouldBe(["ext-1", "ext-2"]);
    }

    [Theory]
    [InlineData("forfeit")]
    [InlineData("block")]
    public async Task Wallets_WhenAnotherActionWasChosen_OweNothing(string action)
    {
        await PrepareAsync(Decision(action, '1', Row.Wallet("closed")));

        _deletions.Stored.ShouldAllBe(deletion => deletion.Recipients.Count == 0);
        _payees.ShouldBeEmpty();
    }

    private static EdgeDecision Decision(string action, char customer, params InventoryRow[] wallets)
    {
        var edge = new WalletsEdge();
        return edge.Decide(edge.Context(action) with { CustomerId = Given.CustomerId(customer), Rows = wallets });
    }

    private static Deletion Record(char customer) =>
        Deletion.Begin(Given.Scope, IdOf(customer), Given.CustomerId(customer), null, "digest", [], hasWorkAfterCommit: false, Given.At(1));

    private static DeletionId IdOf(char customer) => DeletionId.From(Given.Id("del", customer));

    private Task PrepareAsync(params EdgeDecision[] decisions) => new RefundsPreparation(_deletions, _customers, _seal, new InlineUnitOfWork()).PrepareAsync(
        decisions, new[] { '1', '2' }.ToDictionary(Given.CustomerId, IdOf), Given.At(3), default);
}
