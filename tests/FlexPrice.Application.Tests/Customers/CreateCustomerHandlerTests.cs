using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Customers;

public sealed class CreateCustomerHandlerTests
{
    [Fact]
    public async Task Customer_WhenCreated_HasWhatWasSentAndDefaultsForTheRest()
    {
        var bench = new CustomerBench();

        var result = await CreateAsync(bench, "ext-new", new CustomerFields { Name = "Ada", AddressCity = "London" });

        var customer = bench.Customers.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(customer.Id);
        customer.ExternalId.ShouldBe("ext-new");
        customer.ExternalIdHash.ShouldBe(Given.External("ext-new").Hash);
        customer.Name.ShouldBe("Ada");
        customer.Email.ShouldBe("");
        customer.Contact.ShouldBeNull();
        customer.Address.City.ShouldBe("London");
        customer.Timezone.ShouldBe("UTC");
        customer.Metadata.ShouldBeNull();
        customer.CreatedAt.ShouldBe(Given.At(5).At);
        customer.CreatedBy.ShouldBe("key_test");
        customer.TakeEvents().ShouldBe([new CustomerCreated(customer.Id, Given.At(5).At)]);
    }

    [Fact]
    public async Task Customer_WhenTheExternalIdIsTaken_IsRefused() =>
        (await CreateAsync(new CustomerBench(Given.Customer('1')), "ext-1")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.AlreadyExists);

    [Fact]
    public async Task Customer_WhenTheHolderOfTheExternalIdIsArchived_IsCreated() =>
        (await CreateAsync(new CustomerBench(Given.ArchivedCustomer('1')), "ext-1")).Error.ShouldBeNull();

    [Fact]
    public async Task Customer_WhenUsageWaitsUnderTheExternalId_AdoptsIt()
    {
        var bench = new CustomerBench();
        var subject = bench.AddSubject("ext-new");

        var result = await CreateAsync(bench, "ext-new");

        subject.CustomerId.ShouldBe(result.Id);
    }

    [Fact]
    public async Task Customer_WhenTheUsageIsSomebodyElses_InheritsNothing()
    {
        var bench = new CustomerBench(Given.ArchivedCustomer('1'));
        var subject = bench.AddSubject("ext-1", Given.CustomerId('1'));

        await CreateAsync(bench, "ext-1");

        subject.CustomerId.ShouldBe(Given.CustomerId('1'));
        subject.ExternalIdHash.ShouldBeNull();
    }

    [Fact]
    public async Task Customer_WhenAParentIsNamed_StandsBelowIt()
    {
        var bench = new CustomerBench(Given.Customer('1'));

        await CreateAsync(bench, "ext-a", new CustomerFields { ParentCustomerId = Given.CustomerId('1').Value });
        await CreateAsync(bench, "ext-b", new CustomerFields { ParentCustomerExternalId = "ext-1" });
        await CreateAsync(bench, "ext-c", new CustomerFields { ParentCustomerId = "" });

        bench.Customers.Stored.Skip(1).Select(customer => customer.ParentCustomerId).ShouldBe([Given.CustomerId('1'), Given.CustomerId('1'), null]);
    }

    [Theory]
    [InlineData("cust_01J00000000000000000000008", null, "parent_customer_id")]
    [InlineData("nobody", null, "parent_customer_id")]
    [InlineData(null, "ext-8", "parent_customer_external_id")]
    public async Task Customer_WhenTheParentIsUnknown_IsRefusedWithTheField(string? id, string? externalId, string field)
    {
        var bench = new CustomerBench();

        var error = (await CreateAsync(bench, "ext-a", new CustomerFields { ParentCustomerId = id, ParentCustomerExternalId = externalId })).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.NotFound);
        error.Details.ShouldContainKey(field);
        bench.Customers.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Customer_WhenTheParentIsArchived_IsRefused()
    {
        var bench = new CustomerBench(Given.ArchivedCustomer('1'));

        var result = await CreateAsync(bench, "ext-a", new CustomerFields { ParentCustomerId = Given.CustomerId('1').Value });

        result.Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    private static Task<CommandResult<CustomerId>> CreateAsync(CustomerBench bench, string externalId, CustomerFields? fields = null) =>
        new CreateCustomerHandler(bench.Customers, bench.Resolver, bench.Parents, bench.Holdings, bench.Ids, bench.Caller, bench.Clock)
            .HandleAsync(new CreateCustomerCommand(externalId, fields ?? new CustomerFields()), default);
}
