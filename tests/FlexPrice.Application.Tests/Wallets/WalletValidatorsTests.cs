using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Application.Wallets.SearchWallets;
using FlexPrice.Application.Wallets.TerminateWallet;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Tests.Wallets;

public sealed class WalletValidatorsTests
{
    private static readonly CreateWalletCommand Good = new() { Customer = new CustomerReference(null, "ext-1"), Currency = "usd" };

    private readonly CreateWalletValidator _create = new();

    [Fact]
    public void Create_WhenRight_Passes()
    {
        _create.WrongFieldsOf(Good).ShouldBeEmpty();
        _create.WrongFieldsOf(Good with
        {
            Name = "Prepaid",
            Description = "For tests",
            WalletType = "POST_PAID",
            ConversionRate = 0.000000001m,
            InitialCreditsToLoad = 0,
            Metadata = new Dictionary<string, string>(),
        }).ShouldBeEmpty();
    }

    [Fact]
    public void Create_WhenEveryFieldIsWrong_NamesThemAtOnce() =>
        _create.WrongFieldsOf(new CreateWalletCommand
        {
            Currency = "euro",
            Name = new string('x', 256),
            Description = "\0",
            WalletType = "LEATHER",
            ConversionRate = 0,
            InitialCreditsToLoad = -1,
            Metadata = new Dictionary<string, string> { ["a"] = null! },
        }).ShouldBe(["customer_id", "currency", "name", "description", "wallet_type", "conversion_rate", "initial_credits_to_load", "metadata"]);

    [Theory]
    [InlineData("0.0000000001")]
    [InlineData("1000000000001")]
    public void Create_WhenAmountsAreTooFineOrTooLarge_NamesThem(string text)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        _create.WrongFieldsOf(Good with { ConversionRate = amount, InitialCreditsToLoad = amount }).ShouldBe(["conversion_rate", "initial_credits_to_load"]);
    }

    [Fact]
    public void Search_WhenFieldsAreWrong_NamesThemAtOnce()
    {
        new SearchWalletsValidator().WrongFieldsOf(new SearchWalletsQuery(null, "frozen", ["wallet_1"], new Paging(0, 0))).ShouldBeEmpty();
        new SearchWalletsValidator().WrongFieldsOf(new SearchWalletsQuery(null, "burnt", [null!], new Paging(0, -1))).ShouldBe(["status", "wallet_ids", "offset"]);
    }

    [Fact]
    public void Terminate_WhenNothingIsNamed_NamesTheField()
    {
        new TerminateWalletValidator().WrongFieldsOf(new TerminateWalletCommand("")).ShouldBe(["id"]);
        new TerminateWalletValidator().WrongFieldsOf(new TerminateWalletCommand("wallet_1")).ShouldBeEmpty();
    }
}
