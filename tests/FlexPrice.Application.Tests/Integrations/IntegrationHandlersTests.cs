using System.Text;
using FlexPrice.Application.Integrations;
using FlexPrice.Application.Integrations.GetIntegrationMapping;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Integrations.ListIntegrationMappings;
using FlexPrice.Application.Integrations.UnlinkIntegration;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Integrations;

public sealed class IntegrationHandlersTests
{
    private readonly CustomerBench _bench = new(Given.Customer('1'), Given.Customer('2'));
    private readonly Mappings _mappings = new();
    private readonly IProviderEntitySeal _seal = Substitute.For<IProviderEntitySeal>();

    public IntegrationHandlersTests()
    {
        _seal.Seal(Arg.Any<IntegrationMappingId>(), Arg.Any<string>()).Returns(call => ([7], Encoding.UTF8.GetBytes(call.Arg<string>())));
        _seal.Open(Arg.Any<IntegrationMapping>()).Returns(call => Encoding.UTF8.GetString(call.Arg<IntegrationMapping>().Sealed));
    }

    [Fact]
    public async Task Mapping_WhenLinked_IsSealedAndRead()
    {
        var result = await LinkAsync('1', "stripe", "cus_1");

        var mapping = _mappings.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(mapping.Id);
        mapping.CustomerId.ShouldBe(Given.CustomerId('1'));
        mapping.WrappedKey.ShouldBe([7]);
        (await GetAsync(mapping.Id.Value)).Value.ProviderEntityId.ShouldBe("cus_1");
    }

    [Fact]
    public async Task Mapping_WhenTheKeyRingDoesNotOpenTheSeal_SaysSo()
    {
        var id = (await LinkAsync('1', "stripe", "cus_1")).Id;
        _seal.Open(Arg.Any<IntegrationMapping>()).Returns((string?)null);

        var error = (await GetAsync(id.Value)).Error.ShouldNotBeNull();
        error.Kind.ShouldBe(ErrorKind.InvalidOperation);
        error.Details.ShouldContainKey("fix");
        (await ListAsync(Given.CustomerId('1').Value)).Value.ShouldHaveSingleItem().ProviderEntityId.ShouldBeNull("One row that does not open keeps no other back");
    }

    [Fact]
    public async Task Mapping_WhenCustomerOrEntityHasOne_IsRefused()
    {
        await LinkAsync('1', "stripe", "cus_1");

        (await LinkAsync('1', "stripe", "cus_2")).Error.ShouldNotBeNull().Details.ShouldContainKey("provider_type");
        (await LinkAsync('2', "stripe", "cus_1")).Error.ShouldNotBeNull().Details.ShouldContainKey("provider_entity_id");
        (await LinkAsync('2', "paypal", "cus_1")).Error.ShouldBeNull("Equal ids of two providers are two entities");
        (await LinkAsync('8', "stripe", "cus_8")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        _mappings.Stored.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Mapping_WhenUnlinked_IsForgotten()
    {
        await LinkAsync('1', "stripe", "cus_1");

        (await UnlinkAsync(_mappings.Stored[0].Id.Value)).Error.ShouldBeNull();

        _mappings.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("eim_01J00000000000000000000008")]
    public async Task Mapping_WhenUnknown_IsNotFoundEverywhere(string id)
    {
        (await GetAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await UnlinkAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task List_WhenCustomersAreNamed_ShowsTheirsByProvider()
    {
        await LinkAsync('1', "stripe", "cus_1");
        await LinkAsync('1', "paypal", "payer_1");
        await LinkAsync('2', "stripe", "cus_2");

        var found = (await ListAsync(Given.CustomerId('1').Value, "nobody")).Value;

        found.Select(view => view.ProviderEntityId).ShouldBe(["payer_1", "cus_1"]);
    }

    [Theory]
    [InlineData("customer", "cust_1", "stripe", "cus_1", "")]
    [InlineData("plan", "cust_1", "stripe", "cus_1", "entity_type")]
    [InlineData(null, "cust_1", "stripe", "cus_1", "entity_type")]
    [InlineData("customer", "", "stripe", "cus_1", "entity_id")]
    [InlineData("customer", "cust_1", null, "cus_1", "provider_type")]
    [InlineData("customer", "cust_1", "", "cus_1", "provider_type")]
    [InlineData("customer", "cust_1", "Stripe", "cus_1", "provider_type")]
    [InlineData("customer", "cust_1", "refund", "cus_1", "provider_type")]
    [InlineData("customer", "cust_1", "a_provider_2", "cus_1", "")]
    [InlineData("customer", "cust_1", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy", "cus_1", "provider_type")]
    [InlineData("customer", "cust_1", "stripe", " ", "provider_entity_id")]
    public void Link_WhenAFieldIsWrong_NamesIt(string? entityType, string? entityId, string? provider, string? providerEntityId, string wrong) =>
        new LinkIntegrationValidator().WrongFieldsOf(new LinkIntegrationCommand(entityType, entityId, provider, providerEntityId)).ShouldBe(wrong.Length == 0 ? [] : [wrong]);

    [Fact]
    public void List_WhenNobodyIsNamed_NamesTheField()
    {
        var validator = new ListIntegrationMappingsValidator();

        validator.WrongFieldsOf(new ListIntegrationMappingsQuery("customer", ["cust_1"])).ShouldBeEmpty();
        validator.WrongFieldsOf(new ListIntegrationMappingsQuery("customer", [""])).ShouldBe(["entity_id"]);
        validator.WrongFieldsOf(new ListIntegrationMappingsQuery(null, ["cust_1"])).ShouldBe(["entity_type"]);
    }

    private Task<CommandResult<IntegrationMappingId>> LinkAsync(char customer, string provider, string id) =>
        new LinkIntegrationHandler(_mappings, _seal, _bench.Resolver, new PlainHasher(), _bench.Ids, _bench.Caller, _bench.Clock)
            .HandleAsync(new LinkIntegrationCommand("customer", Given.CustomerId(customer).Value, provider, id), default);

    private Task<CommandResult<IntegrationMappingId>> UnlinkAsync(string id) => new UnlinkIntegrationHandler(_mappings, _bench.Locks).HandleAsync(new UnlinkIntegrationCommand(id), default);

    private Task<Result<IntegrationMappingView>> GetAsync(string id) => new GetIntegrationMappingHandler(_mappings, _seal).HandleAsync(new GetIntegrationMappingQuery(id), default);

    private Task<Result<IReadOnlyList<IntegrationMappingView>>> ListAsync(params string[] customers) =>
        new ListIntegrationMappingsHandler(_mappings, _seal).HandleAsync(new ListIntegrationMappingsQuery("customer", customers), default);

    private sealed class Mappings : InMemoryRepository<IntegrationMapping>, IIntegrationMappingRepository
    {
        public void Remove(IntegrationMapping mapping) => Stored.Remove(mapping);
    }
}
