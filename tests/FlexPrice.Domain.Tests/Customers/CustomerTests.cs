using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Customers;

public sealed class CustomerTests
{
    [Fact]
    public void Customer_WhenRegistered_HasItsFieldsAndAnnouncesItselfOnce()
    {
        var customer = Customer.Register(Given.Scope, Given.CustomerId('1'), Given.External("ada"), Given.Profile, null, Given.At(0)).Value;

        customer.Status.ShouldBe(CustomerStatus.Published);
        customer.ExternalId.ShouldBe("ada");
        customer.ExternalIdHash.ShouldBe(new LookupHash("hash-of-ada"));
        customer.Profile.ShouldBe(Given.Profile);
        customer.TenantId.ShouldBe(Given.Scope.TenantId);
        customer.EnvironmentId.ShouldBe(Given.Scope.EnvironmentId);
        customer.CreatedAt.ShouldBe(Given.Noon);
        customer.CreatedBy.ShouldBe("key_test");
        customer.TakeEvents().ShouldBe([new CustomerCreated(customer.Id, Given.Noon)]);
        customer.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Customer_WhenRegisteredUnderParent_KnowsIt()
    {
        var parent = Given.Customer('2');

        Given.Customer('1', parent).ParentCustomerId.ShouldBe(parent.Id);
    }

    [Fact]
    public void Customer_WhenParentIsArchived_IsNotRegistered()
    {
        var result = Customer.Register(Given.Scope, Given.CustomerId('1'), Given.External("ada"), Given.Profile, Given.ArchivedCustomer(), Given.At(2));

        result.Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public void Customer_WhenUpdated_TakesTheNewFieldsAndCountsTheVersion()
    {
        var customer = Given.Customer();
        var profile = Given.Profile with { Name = "Grace Hopper" };

        customer.Update(Given.External("grace"), profile, Given.At(3));

        customer.Profile.ShouldBe(profile);
        customer.ExternalId.ShouldBe("grace");
        customer.Version.ShouldBe(1);
        customer.UpdatedAt.ShouldBe(Given.Noon.AddMinutes(3));
        customer.TakeEvents().ShouldBe([new CustomerUpdated(customer.Id, Given.Noon.AddMinutes(3))]);
    }

    [Fact]
    public void Customer_WhenArchivedTwice_AnnouncesItOnce()
    {
        var customer = Given.Customer();

        customer.Archive(Given.At(1));
        customer.Archive(Given.At(2));

        customer.Status.ShouldBe(CustomerStatus.Archived);
        customer.UpdatedAt.ShouldBe(Given.Noon.AddMinutes(1));
        customer.TakeEvents().ShouldBe([new CustomerArchived(customer.Id, Given.Noon.AddMinutes(1))]);
    }

    [Fact]
    public void Customer_WhenPublishedTwice_AnnouncesItOnce()
    {
        var customer = Given.ArchivedCustomer();

        customer.Publish(Given.At(2));
        customer.Publish(Given.At(3));

        customer.Status.ShouldBe(CustomerStatus.Published);
        customer.UpdatedAt.ShouldBe(Given.Noon.AddMinutes(2));
        customer.TakeEvents().ShouldBe([new CustomerPublished(customer.Id, Given.Noon.AddMinutes(2))]);
    }

    [Fact]
    public void Customer_WhenPlacedUnderItself_IsRefused()
    {
        var customer = Given.Customer();

        customer.SetParent(customer, [], Given.At(1)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);
        customer.ParentCustomerId.ShouldBeNull();
        customer.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Customer_WhenPlacedUnderItsDescendant_IsRefused()
    {
        var top = Given.Customer('1');
        var middle = Given.Customer('2', top);
        var bottom = Given.Customer('3', middle);

        top.SetParent(bottom, [middle.Id, top.Id], Given.At(1)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);
        top.ParentCustomerId.ShouldBeNull();
    }

    [Fact]
    public void Customer_WhenPlacedUnderArchived_IsRefused()
    {
        var customer = Given.Customer();

        customer.SetParent(Given.ArchivedCustomer(), [], Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public void Customer_WhenMovedAndDetached_AnnouncesEachMove()
    {
        var parent = Given.Customer('2');
        var customer = Given.Customer();

        customer.SetParent(parent, [], Given.At(1)).ShouldBeNull();
        customer.ParentCustomerId.ShouldBe(parent.Id);
        customer.SetParent(parent, [], Given.At(2)).ShouldBeNull();
        customer.SetParent(null, [], Given.At(3)).ShouldBeNull();

        customer.ParentCustomerId.ShouldBeNull();
        customer.TakeEvents().Count.ShouldBe(2);
    }
}
