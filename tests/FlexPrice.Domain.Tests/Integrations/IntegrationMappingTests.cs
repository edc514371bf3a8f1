using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Integrations;

public sealed class IntegrationMappingTests
{
    [Fact]
    public void Mapping_WhenTheCustomerIsArchived_IsLinkedAllTheSame()
    {
        var customer = Given.ArchivedCustomer();
        var entity = new ProviderEntity("stripe", new LookupHash("hash"), [1], [2]);

        var mapping = IntegrationMapping.Link(Given.Scope, IntegrationMappingId.From(Given.Id("eim", '1')), customer, entity, Given.At(3));

        mapping.CustomerId.ShouldBe(customer.Id);
        mapping.ProviderType.ShouldBe("stripe");
        mapping.ProviderEntityIdHash.ShouldBe(entity.IdHash);
        mapping.WrappedKey.ShouldBe([1]);
        mapping.Sealed.ShouldBe([2]);
        mapping.CreatedAt.ShouldBe(Given.Noon.AddMinutes(3));
    }
}
