using FlexPrice.Application.Customers;

namespace FlexPrice.Application.Tests.Customers;

public sealed class CustomerFieldsValidatorTests
{
    private static readonly CustomerFields Good = new()
    {
        Name = "Ada Lovelace",
        Email = "ada@example.com",
        Contact = "+44 20 7946 0958",
        AddressLine1 = "1 Example Street",
        AddressLine2 = "Back door",
        AddressCity = "London",
        AddressState = "England",
        AddressPostalCode = "N1 9GU",
        AddressCountry = "GB",
        Timezone = "Europe/London",
        Metadata = new Dictionary<string, string> { ["tier"] = "gold\nsince 2024" },
        ParentCustomerId = "anything: whether it exists is the handler's question",
        ParentCustomerExternalId = "ext-parent",
    };

    private readonly CustomerFieldsValidator _validator = new();

    [Fact]
    public void Fields_WhenAllAreRight_Pass() => _validator.WrongFieldsOf(Good).ShouldBeEmpty();

    [Fact]
    public void Fields_WhenAllAreAbsent_Pass() => _validator.WrongFieldsOf(new CustomerFields()).ShouldBeEmpty();

    [Fact]
    public void Fields_WhenAllAreEmpty_Pass() =>
        _validator.WrongFieldsOf(new CustomerFields { Name = "", Email = "", Contact = "", AddressCountry = "", Timezone = "", ParentCustomerId = "" }).ShouldBeEmpty();

    [Fact]
    public void Field_WhenTooLong_IsNamed()
    {
        ShouldName("name", Good with { Name = new string('x', 256) });
        ShouldName("email", Good with { Email = new string('x', 250) + "@x.com" });
        ShouldName("contact", Good with { Contact = new string('1', 21) });
        ShouldName("address_line1", Good with { AddressLine1 = new string('x', 256) });
        ShouldName("address_line2", Good with { AddressLine2 = new string('x', 256) });
        ShouldName("address_city", Good with { AddressCity = new string('x', 101) });
        ShouldName("address_state", Good with { AddressState = new string('x', 101) });
        ShouldName("address_postal_code", Good with { AddressPostalCode = new string('1', 21) });
        ShouldName("parent_customer_external_id", Good with { ParentCustomerExternalId = new string('x', 256) });
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("ada@localhost")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("ada@example.com, eve@example.com")]
    public void Email_WhenItIsNone_IsNamed(string email) => ShouldName("email", Good with { Email = email });

    [Theory]
    [InlineData("gb")]
    [InlineData("GBR")]
    [InlineData("XX")]
    public void Country_WhenItIsNone_IsNamed(string country) => ShouldName("address_country", Good with { AddressCountry = country });

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("CET+1")]
    public void Timezone_WhenItIsNone_IsNamed(string zone) => ShouldName("timezone", Good with { Timezone = zone });

    [Fact]
    public void Metadata_WhenTheyHoldNullOrControls_AreNamed()
    {
        ShouldName("metadata", Good with { Metadata = new Dictionary<string, string> { ["a"] = null! } });
        ShouldName("metadata", Good with { Metadata = new Dictionary<string, string> { ["a"] = "\0" } });
        ShouldName("metadata", Good with { Metadata = new Dictionary<string, string> { ["\0"] = "a" } });
    }

    [Fact]
    public void Fields_WhenSeveralAreWrong_AreNamedAtOnce() =>
        _validator.WrongFieldsOf(Good with { Name = "\0", AddressCountry = "?", Timezone = "?" }).ShouldBe(["name", "address_country", "timezone"]);

    private void ShouldName(string field, CustomerFields fields) => _validator.WrongFieldsOf(fields).ShouldBe([field]);
}
