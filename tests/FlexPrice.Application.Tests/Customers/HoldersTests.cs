using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Customers;

public sealed class HoldersTests
{
    private static readonly LookupHash ExternalId = Given.External("ext-1").Hash;

    // Customer 1 until minute 1, customer 2 until minute 2, customer 3 now.
    [Theory]
    [InlineData(0, '1', true)]
    [InlineData(1, '1', true)]
    [InlineData(2, '2', true)]
    [InlineData(3, '3', false)]
    [InlineData(null, '3', false)]
    public void Holder_WhenAskedForATime_IsWhoseHoldingEndedFirstSinceThen(int? minute, char customer, bool hasGivenUp)
    {
        var holders = new Holders(new Dictionary<LookupHash, CustomerId> { [ExternalId] = Given.CustomerId('3') }, [Ended('2', 2), Ended('1', 1)]);

        holders.At(ExternalId, minute is { } of ? Given.At(of).At : null).ShouldBe(new Holder(Given.CustomerId(customer), hasGivenUp));
    }

    [Fact]
    public void Holder_WhenItHasTakenTheExternalIdAgain_HoldsItNow()
    {
        var holders = new Holders(new Dictionary<LookupHash, CustomerId> { [ExternalId] = Given.CustomerId('1') }, [Ended('1', 1)]);

        holders.At(ExternalId, Given.At(0).At).ShouldBe(new Holder(Given.CustomerId('1'), HasGivenUp: false));
    }

    [Fact]
    public void Holder_WhenNobodyGaveTheExternalIdUp_IsWhoHoldsItAtAnyTime()
    {
        var holders = new Holders(new Dictionary<LookupHash, CustomerId> { [ExternalId] = Given.CustomerId('1') }, []);

        holders.At(ExternalId, Given.Noon.AddYears(-5)).ShouldBe(new Holder(Given.CustomerId('1'), HasGivenUp: false));
        holders.At(Given.External("ext-2").Hash, Given.Noon).IsUnheld.ShouldBeTrue();
    }

    private static PastHolding Ended(char customer, int minute) => PastHolding.End(Given.Scope, ExternalId, Given.CustomerId(customer), Given.At(minute).At, null);
}
