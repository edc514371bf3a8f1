using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Customers;

public sealed class CustomerTests
{
    [Fact]
    public void Customer_WhenRegistered_HasItsFieldsAndAnnouncesItselfOnce()
    {
        var customer = Customer.Register(Sample.Scope, Sample.CustomerId('1'), Sample.External("ada"), Sample.Profile, null, Sample.At(0)).Value;

        customer.Status.ShouldBe(CustomerStatus.Published);
        customer.ExternalId.ShouldBe("ada");
        customer.ExternalIdHash.ShouldBe(new LookupHash("hash-of-ada"));
        customer.Profile.ShouldBe(Sample.Profile);
        customer.TenantId.ShouldBe(Sample.Scope.TenantId);
        customer.EnvironmentId.ShouldBe(Sample.Scope.EnvironmentId);
        customer.CreatedAt.ShouldBe(Sample.Noon);
        customer.CreatedBy.ShouldBe("key_test");
        customer.TakeEvents().ShouldBe([new CustomerCreated(customer.Id, Sample.Noon)]);
        customer.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Customer_WhenRegisteredUnderParent_KnowsIt()
    {
        var parent = Sample.Customer('2');

        Sample.Customer('1', parent).ParentCustomerId.ShouldBe(parent.Id);
    }

    [Fact]
    public void Customer_WhenParentIsArchived_IsNotRegistered()
    {
        var result = Customer.Register(Sample.Scope, Sample.CustomerId('1'), Sample.External("ada"), Sample.Profile, Sample.ArchivedCustomer(), Sample.At(2));

        result.Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public void Customer_WhenUpdated_TakesTheNewFieldsAndCountsTheVersion()
    {
        var customer = Sample.Customer();
        var profile = Sample.Profile with { Name = "Grace Hopper" };

        customer.Update(Sample.External("grace"), profile, Sample.At(3));

        customer.Profile.ShouldBe(profile);
        customer.ExternalId.ShouldBe("grace");
        customer.Version.ShouldBe(1);
        customer.UpdatedAt.ShouldBe(Sample.Noon.AddMinutes(3));
        customer.TakeEvents().ShouldBe([new CustomerUpdated(customer.Id, Sample.Noon.AddMinutes(3))]);
    }

    [Fact]
    public void Customer_WhenArchivedTwice_AnnouncesItOnce()
    {
        var customer = Sample.Customer();

        customer.Archive(Sample.At(1));
        customer.Archive(Sample.At(2));

        customer.Status.ShouldBe(CustomerStatus.Archived);
        customer.UpdatedAt.ShouldBe(Sample.Noon.AddMinutes(1));
        customer.TakeEvents().ShouldBe([new CustomerArchived(customer.Id, Sample.Noon.AddMinutes(1))]);
    }

    [Fact]
    public void Customer_WhenPublishedTwice_AnnouncesItOnce()
    {
        var customer = Sample.ArchivedCustomer();

        customer.Publish(Sample.At(2));
        customer.Publish(Sample.At(3));

        customer.Status.ShouldBe(CustomerStatus.Published);
        customer.UpdatedAt.ShouldBe(Sample.Noon.AddMinutes(2));
        customer.TakeEvents().ShouldBe([new CustomerPublished(customer.Id, Sample.Noon.AddMinutes(2))]);
    }

    [Fact]
    public void Customer_WhenPlacedUnderItself_IsRefused()
    {
        var customer = Sample.Customer();

        customer.PlaceUnder(customer, [], Sample.At(1)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);
        customer.ParentCustomerId.ShouldBeNull();
        customer.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Customer_WhenPlacedUnderItsDescendant_IsRefused()
    {
        var top = Sample.Customer('1');
        var middle = Sample.Customer('2', top);
        var bottom = Sample.Customer('3', middle);

        top.PlaceUnder(bottom, [middle.Id, top.Id], Sample.At(1)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);
        top.ParentCustomerId.ShouldBeNull();
    }

    [Fact]
    public void Customer_WhenPlacedUnderArchived_IsRefused()
    {
        var customer = Sample.Customer();

        customer.PlaceUnder(Sample.ArchivedCustomer(), [], Sample.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public void Customer_WhenMovedAndDetached_AnnouncesEachMove()
    {
        var parent = Sample.Customer('2');
        var customer = Sample.Customer();

        customer.PlaceUnder(parent, [], Sample.At(1)).ShouldBeNull();
        customer.ParentCustomerId.ShouldBe(parent.Id);
        customer.PlaceUnder(parent, [], Sample.At(2)).ShouldBeNull();
        customer.PlaceUnder(null, [], Sample.At(3)).ShouldBeNull();

        customer.ParentCustomerId.ShouldBeNull();
        customer.TakeEvents().Count.ShouldBe(2);
    }
}
