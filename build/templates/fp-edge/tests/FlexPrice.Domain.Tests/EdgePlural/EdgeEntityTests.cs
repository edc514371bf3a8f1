#if (beforePrimitives)
using FlexPrice.Domain.EdgePlural;
#endif
using FlexPrice.Domain.Primitives;
#if (!beforePrimitives)
using FlexPrice.Domain.EdgePlural;
#endif

namespace FlexPrice.Domain.Tests.EdgePlural;

public sealed class EdgeEntityTests
{
    private static readonly EdgeEntityId Id = EdgeEntityId.From(Given.Id("edge_prefix", '1'));

    [Fact]
    public void EdgeEntity_WhenOpened_HangsOnItsCustomer()
    {
        var edgeEntity = EdgeEntity.Open(Given.Customer(), Id, "A context", Given.Noon).Value;

        edgeEntity.Id.ShouldBe(Id);
        edgeEntity.CustomerId.ShouldBe(Given.CustomerId('1'));
        edgeEntity.TenantId.ShouldBe(Given.Scope.TenantId);
        edgeEntity.EnvironmentId.ShouldBe(Given.Scope.EnvironmentId);
        edgeEntity.Subject.ShouldBe("A context");
        edgeEntity.OpenedAt.ShouldBe(Given.Noon);
        edgeEntity.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void EdgeEntity_WhenTheCustomerIsArchived_IsRefused() =>
        EdgeEntity.Open(Given.ArchivedCustomer(), Id, "A context", Given.Noon).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void EdgeEntity_WhenClosedTwice_KeepsTheFirstTime()
    {
        var edgeEntity = EdgeEntity.Open(Given.Customer(), Id, "A context", Given.Noon).Value;

        edgeEntity.Close(Given.At(1).At);
        edgeEntity.Close(Given.At(2).At);

        edgeEntity.ClosedAt.ShouldBe(Given.At(1).At);
    }
}
