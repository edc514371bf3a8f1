using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Tests.Customers;

public sealed class CustomerValidatorsTests
{
    private static readonly CustomerFields None = new();

    [Fact]
    public void Create_WhenRight_Passes() =>
        new CreateCustomerValidator().WrongFieldsOf(new CreateCustomerCommand("ext-1", None)).ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public void Create_WhenTheExternalIdIsMissing_NamesItAndTheOtherWrongFields(string? externalId) =>
        new CreateCustomerValidator().WrongFieldsOf(new CreateCustomerCommand(externalId, new CustomerFields { Email = "?" })).ShouldBe(["external_id", "email"]);

    [Fact]
    public void Create_WhenTheExternalIdIsTooLong_NamesIt() =>
        new CreateCustomerValidator().WrongFieldsOf(new CreateCustomerCommand(new string('x', 256), None)).ShouldBe(["external_id"]);

    [Fact]
    public void Update_WhenRight_Passes()
    {
        var validator = new UpdateCustomerValidator();

        validator.WrongFieldsOf(new UpdateCustomerCommand(new CustomerReference("cust_1"), null, None, null)).ShouldBeEmpty();
        validator.WrongFieldsOf(new UpdateCustomerCommand(new CustomerReference(null, "ext-1"), "ext-2", None, "archived")).ShouldBeEmpty();
    }

    [Fact]
    public void Update_WhenFieldsAreWrong_NamesThemAtOnce() =>
        new UpdateCustomerValidator()
            .WrongFieldsOf(new UpdateCustomerCommand(new CustomerReference(null), "", new CustomerFields { Timezone = "?" }, "deleted"))
            .ShouldBe(["id", "external_id", "timezone", "status"], ignoreOrder: true);

    [Fact]
    public void Delete_WhenTheDigestIsAbsentOrWellFormed_Passes()
    {
        var validator = new DeleteCustomerValidator();

        validator.WrongFieldsOf(Delete(null)).ShouldBeEmpty();
        validator.WrongFieldsOf(Delete("sha256:" + new string('a', 64))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256:abc")]
    [InlineData("md5:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Delete_WhenTheDigestIsMalformed_NamesIt(string digest) =>
        new DeleteCustomerValidator().WrongFieldsOf(Delete(digest)).ShouldBe(["plan_digest"]);

    [Theory]
    [InlineData("cust_1", null, true)]
    [InlineData(null, "ext-1", true)]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    public void Reference_WhenItNamesNobody_IsRefused(string? id, string? externalId, bool isRight) =>
        new CustomerReferenceValidator().WrongFieldsOf(new CustomerReference(id, externalId)).ShouldBe(isRight ? [] : ["customer_id"]);

    [Fact]
    public void Reference_WhenTheExternalIdIsTooLong_NamesIt() =>
        new CustomerReferenceValidator().WrongFieldsOf(new CustomerReference(null, new string('x', 256))).ShouldBe(["external_customer_id"]);

    [Theory]
    [InlineData("DE", true)]
    [InlineData("ZW", true)]
    [InlineData("EU", false)]
    public void Country_WhenOfficiallyAssigned_IsKnown(string code, bool isKnown) => CountryCodes.IsAssigned(code).ShouldBe(isKnown);

    private static DeleteCustomerCommand Delete(string? digest) => new("cust_1", new Dictionary<string, string>(), digest);
}
