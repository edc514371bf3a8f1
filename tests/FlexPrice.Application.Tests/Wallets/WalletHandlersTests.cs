using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Application.Wallets.GetWallet;
using FlexPrice.Application.Wallets.SearchWallets;
using FlexPrice.Application.Wallets.TerminateWallet;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Tests.Wallets;

public sealed class WalletHandlersTests
{
    private static readonly CreateWalletCommand Good = new() { Customer = new CustomerReference(Given.CustomerId('1').Value), Currency = "EUR" };

    private readonly CustomerBench _bench = new(Given.Customer('1'), Given.ArchivedCustomer('9'));
    private readonly InMemoryRepository<Wallet> _wallets = new();

    [Fact]
    public async Task Wallet_WhenNothingElseIsSaid_IsPrePaidAndEmpty()
    {
        var result = await CreateAsync(Good);

        var wallet = _wallets.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(wallet.Id);
        wallet.Currency.ShouldBe("eur");
        wallet.Type.ShouldBe(WalletType.PrePaid);
        wallet.ConversionRate.ShouldBe(1);
        wallet.CreditBalance.ShouldBe(0);
        wallet.Transactions.ShouldBeEmpty();
        wallet.Name.ShouldBe("");
    }

    [Fact]
    public async Task Wallet_WhenCreditsAreLoaded_BeginsWithThem()
    {
        await CreateAsync(Good with { Name = "Prepaid", Description = "For tests", WalletType = "POST_PAID", ConversionRate = 0.5m, InitialCreditsToLoad = 10 });

        var wallet = _wallets.Stored.ShouldHaveSingleItem();
        wallet.Type.ShouldBe(WalletType.PostPaid);
        wallet.CreditBalance.ShouldBe(10);
        wallet.Balance.ShouldBe(5);
        wallet.Transactions.ShouldHaveSingleItem().Type.ShouldBe(WalletTransactionType.Credit);
    }

    [Fact]
    public async Task Wallet_WhenOneOfTheKindIsActive_IsRefused()
    {
        await CreateAsync(Good);

        (await CreateAsync(Good)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.AlreadyExists);
        (await CreateAsync(Good with { Currency = "usd" })).Error.ShouldBeNull();
        (await CreateAsync(Good with { WalletType = "POST_PAID" })).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Wallet_WhenTheFormerOneIsClosed_IsOpened()
    {
        await CreateAsync(Good);
        await TerminateAsync(_wallets.Stored[0].Id.Value);

        (await CreateAsync(Good)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Wallet_WhenTheCustomerIsUnknownOrArchived_IsRefused()
    {
        (await CreateAsync(Good with { Customer = new CustomerReference(null, "ext-8") })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await CreateAsync(Good with { Customer = new CustomerReference(Given.CustomerId('9').Value) })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        _wallets.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Terminate_WhenOpen_ClosesIt_AndOnlyOnce()
    {
        _wallets.Stored.Add(Given.Wallet());

        (await TerminateAsync(Given.Id("wallet", '1'))).Error.ShouldBeNull();
        _wallets.Stored[0].Status.ShouldBe(WalletStatus.Closed);
        (await TerminateAsync(Given.Id("wallet", '1'))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("wallet_01J00000000000000000000008")]
    public async Task Wallet_WhenUnknown_IsNotFoundEverywhere(string id)
    {
        (await TerminateAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await GetAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Get_WhenKnown_AnswersIt()
    {
        _wallets.Stored.Add(Given.Wallet());

        (await GetAsync(Given.Id("wallet", '1'))).Value.ShouldBe(_wallets.Stored[0]);
    }

    [Fact]
    public async Task Search_WhenConditionsAreNamed_AllHoldTogether()
    {
        _wallets.Stored.Add(Given.Wallet());

        await ShouldFindAsync(1, new SearchWalletsQuery(null, null, null, new Paging(0, 0)));
        await ShouldFindAsync(1, new SearchWalletsQuery(Given.CustomerId('1').Value, "active", [Given.Id("wallet", '1')], new Paging(0, 0)));
        await ShouldFindAsync(0, new SearchWalletsQuery(Given.CustomerId('1').Value, "closed", [], new Paging(0, 0)));
        await ShouldFindAsync(0, new SearchWalletsQuery("nobody", null, null, new Paging(0, 0)));
        await ShouldFindAsync(0, new SearchWalletsQuery(null, null, ["wallet_x"], new Paging(0, 0)));
    }

    private Task<CommandResult<WalletId>> CreateAsync(CreateWalletCommand command) =>
        new CreateWalletHandler(_wallets, _bench.Resolver, _bench.Ids, _bench.Caller, _bench.Clock).HandleAsync(command, default);

    private Task<CommandResult<WalletId>> TerminateAsync(string id) =>
        new TerminateWalletHandler(_wallets, _bench.Locks, _bench.Ids, _bench.Caller, _bench.Clock).HandleAsync(new TerminateWalletCommand(id), default);

    private Task<Result<Wallet>> GetAsync(string id) => new GetWalletHandler(_wallets).HandleAsync(new GetWalletQuery(id), default);

    private async Task ShouldFindAsync(int count, SearchWalletsQuery query)
    {
        var page = (await new SearchWalletsHandler(_wallets).HandleAsync(query, default)).Value;

        page.Items.Count.ShouldBe(count);
        page.Total.ShouldBe(count);
    }
}
