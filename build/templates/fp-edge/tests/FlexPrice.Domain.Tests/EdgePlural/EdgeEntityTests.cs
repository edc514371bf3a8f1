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
    private static readonly EdgeEntityId Id = EdgeEntityId.From(Sample.Id("edge_prefix", '1'));

    [Fact]
    public void EdgeEntity_WhenOpened_HangsOnItsCustomer()
    {
        var edgeEntity = EdgeEntity.Open(Sample.Customer(), Id, "A context", Sample.Noon).Value;

        edgeEntity.Id.ShouldBe(Id);
        edgeEntity.CustomerId.ShouldBe(Sample.CustomerId('1'));
        edgeEntity.TenantId.ShouldBe(Sample.Scope.TenantId);
        edgeEntity.EnvironmentId.ShouldBe(Sample.Scope.EnvironmentId);
        edgeEntity.Subject.ShouldBe("A context");
        edgeEntity.OpenedAt.ShouldBe(Sample.Noon);
        edgeEntity.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void EdgeEntity_WhenTheCustomerIsArchived_IsRefused() =>
        EdgeEntity.Open(Sample.ArchivedCustomer(), Id, "A context", Sample.Noon).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void EdgeEntity_WhenClosedTwice_KeepsTheFirstTime()
    {
        var edgeEntity = EdgeEntity.Open(Sample.Customer(), Id, "A context", Sample.Noon).Value;

        edgeEntity.Close(Sample.At(1).At);
        edgeEntity.Close(Sample.At(2).At);

        edgeEntity.ClosedAt.ShouldBe(Sample.At(1).At);
    }
}
