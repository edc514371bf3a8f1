using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Integrations;

public sealed class IntegrationMappingTests
{
    [Fact]
    public void Mapping_WhenTheCustomerIsArchived_IsLinkedAllTheSame()
    {
        var customer = Sample.ArchivedCustomer();
        var entity = new ProviderEntity("stripe", new LookupHash("hash"), [1], [2]);

        var mapping = IntegrationMapping.Link(Sample.Scope, IntegrationMappingId.From(Sample.Id("eim", '1')), customer, entity, Sample.At(3));

        mapping.CustomerId.ShouldBe(customer.Id);
        mapping.ProviderType.ShouldBe("stripe");
        mapping.ProviderEntityIdHash.ShouldBe(entity.IdHash);
        mapping.WrappedKey.ShouldBe([1]);
        mapping.Sealed.ShouldBe([2]);
        mapping.CreatedAt.ShouldBe(Sample.Noon.AddMinutes(3));
    }
}
