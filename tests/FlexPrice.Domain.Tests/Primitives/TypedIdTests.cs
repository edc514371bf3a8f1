using System.Reflection;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Domain.Tests.Primitives;

public sealed class TypedIdTests
{
    private const string Ulid = "01J0000000000000000000000A";

    [Fact]
    public void TypedId_WhenPrefixAndUlidAreRight_IsParsed()
    {
        TypedId.TryParse<CustomerId>($"cust_{Ulid}", out var id).ShouldBeTrue();
        id.Value.ShouldBe($"cust_{Ulid}");
        id.ToString().ShouldBe($"cust_{Ulid}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cust_")]
    [InlineData("cust")]
    [InlineData("subs_01J0000000000000000000000A")]
    [InlineData("Cust_01J0000000000000000000000A")]
    [InlineData("cust-01J0000000000000000000000A")]
    [InlineData("cust_01J0000000000000000000000")]
    [InlineData("cust_01J0000000000000000000000AB")]
    [InlineData("cust_01j0000000000000000000000a")]
    [InlineData("cust_01J000000000000000000000OI")]
    [InlineData("cust_01J00000000000000000000 0A")]
    [InlineData("cust_01J00000000000000000000%0A")]
    public void TypedId_WhenTextIsMalformed_IsNotParsed(string? text)
    {
        TypedId.TryParse<CustomerId>(text, out var id).ShouldBeFalse();
        id.ShouldBe(default);
    }

    [Fact]
    public void TypedId_WhenOnePrefixBeginsAnother_TellsThemApart()
    {
        TypedId.TryParse<SubscriptionLineItemId>($"subs_line_{Ulid}", out _).ShouldBeTrue();
        TypedId.TryParse<SubscriptionId>($"subs_line_{Ulid}", out _).ShouldBeFalse();
        TypedId.TryParse<SubscriptionLineItemId>($"subs_{Ulid}", out _).ShouldBeFalse();
    }

    [Fact]
    public void TypedId_WhenAllKindsAreCompared_PrefixesAreUniqueAndFitTheColumn()
    {
        var prefixes = typeof(TypedId).Assembly.GetTypes()
            .Where(type => type.IsValueType && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ITypedId<>)))
            .Select(type => (string)type.GetProperty("Prefix", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
            .ToList();

        prefixes.Count.ShouldBeGreaterThan(5);
        prefixes.ShouldBeUnique();
        prefixes.ShouldAllBe(prefix => prefix.Length + 1 + Ulid.Length <= TypedId.MaximumLength);
    }
}
