using System.Text.RegularExpressions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FlexPrice.Infrastructure.Transactions;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Infrastructure.Tests.Transactions;

public sealed partial class IdGeneratorTests
{
    private readonly FakeTimeProvider _clock = new(Store.Noon);

    private IdGenerator Ids => new(_clock);

    [Fact]
    public void New_WhenAsked_HasThePrefixOfItsKindAndAUlid()
    {
        Customer().IsMatch(Ids.New<CustomerId>().Value).ShouldBeTrue();
        Ids.New<WalletId>().Value.ShouldStartWith("wallet_");
        TypedId.TryParse<CustomerId>(Ids.New<CustomerId>().Value, out _).ShouldBeTrue();
        TypedId.TryParse<CustomerId>(Ids.New<WalletId>().Value, out _).ShouldBeFalse();
    }

    [Fact]
    public void New_WhenAskedOftenAtOneInstant_NeverRepeatsItselfNorCounts()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.New<CustomerId>().Value).ToList();

        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.SequenceEqual(ids.Order(StringComparer.Ordinal)).ShouldBeFalse("Within an instant ids must not tell what the next one is");
        ids.Select(id => id[5..15]).Distinct().Count().ShouldBe(1, "The time");
        ids.Select(id => id[15..19]).Distinct().Count().ShouldBeGreaterThan(10_000, "Random from the first character on");
    }

    [Fact]
    public void New_WhenTimePasses_SortsByTime()
    {
        var ids = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            ids.Add(Ids.New<CustomerId>().Value);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^cust_[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex Customer();
}
