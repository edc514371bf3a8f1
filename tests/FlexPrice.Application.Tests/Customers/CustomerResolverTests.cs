using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.GetCustomer;
using FlexPrice.Application.Customers.GetCustomerByExternalId;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Customers;

public sealed class CustomerResolverTests
{
    private readonly CustomerBench _bench = new(Given.Customer('1'), Given.Customer('2'), Given.ArchivedCustomer('9'));

    [Theory]
    [InlineData('1', null, '1')]
    [InlineData(null, "ext-2", '2')]
    [InlineData('1', "ext-1", '1')]
    [InlineData('9', null, '9')]
    public async Task Customer_WhenNamedRightly_IsFound(char? id, string? externalId, char found) =>
        (await ResolveAsync(id, externalId)).Value.Id.ShouldBe(Given.CustomerId(found));

    [Theory]
    [InlineData('8', null)]
    [InlineData(null, "ext-8")]
    [InlineData(null, "ext-9")]
    [InlineData('1', "ext-8")]
    [InlineData(null, null)]
    public async Task Customer_WhenNobodyIsNamed_IsNotFound(char? id, string? externalId) =>
        (await ResolveAsync(id, externalId)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);

    [Fact]
    public async Task Customer_WhenTwoAreNamed_IsRefused() =>
        (await ResolveAsync('1', "ext-2")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);

    [Fact]
    public async Task Customer_WhenTheIdIsMalformed_IsNotFoundWithAHint() =>
        (await _bench.Resolver.ResolveAsync(new CustomerReference("ext-1"), default)).Error.ShouldNotBeNull().Details.ShouldContainKey("hint");

    [Fact]
    public async Task Customer_WhenDeleted_NamesTheDeletion()
    {
        _bench.Customers.Deletions[Given.CustomerId('8')] = DeletionId.From(Given.Id("del", '1'));

        (await ResolveAsync('8', null)).Error.ShouldNotBeNull().Details["deletion_id"].ShouldBe(Given.Id("del", '1'));
    }

    [Theory]
    [InlineData("cust_1", "ext-1", "cust_1", null)]
    [InlineData(null, "ext-1", null, "ext-1")]
    [InlineData("", "ext-1", "", "ext-1")]
    public void Reference_WhenOursIsPreferred_DropsTheTenantsId(string? id, string? externalId, string? keptId, string? keptExternalId) =>
        new CustomerReference(id, externalId).PreferringId().ShouldBe(new CustomerReference(keptId, keptExternalId));

    [Fact]
    public async Task Get_WhenAsked_AnswersArchivedCustomersToo()
    {
        var handler = new GetCustomerHandler(_bench.Resolver);

        (await handler.HandleAsync(new GetCustomerQuery(Given.CustomerId('9').Value), default)).Value.Id.ShouldBe(Given.CustomerId('9'));
        (await handler.HandleAsync(new GetCustomerQuery(Given.CustomerId('8').Value), default)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task GetByExternalId_WhenAsked_AnswersPublishedCustomersOnly()
    {
        var handler = new GetCustomerByExternalIdHandler(_bench.Resolver);

        (await handler.HandleAsync(new GetCustomerByExternalIdQuery("ext-1"), default)).Value.Id.ShouldBe(Given.CustomerId('1'));
        (await handler.HandleAsync(new GetCustomerByExternalIdQuery("ext-9"), default)).Error.ShouldNotBeNull().Details.ShouldContainKey("lookup_key");
    }

    private Task<Result<Customer>> ResolveAsync(char? id, string? externalId) =>
        _bench.Resolver.ResolveAsync(new CustomerReference(id is { } last ? Given.CustomerId(last).Value : null, externalId), default);
}
