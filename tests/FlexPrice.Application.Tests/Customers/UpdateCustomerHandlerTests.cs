using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Customers;

public sealed class UpdateCustomerHandlerTests
{
    private static readonly CustomerReference First = new(Given.CustomerId('1').Value);

    private readonly Customer _customer = Given.Customer('1');
    private readonly CascadeBench _cascade = new();
    private readonly CustomerBench _bench;

    public UpdateCustomerHandlerTests() => _bench = new CustomerBench(_customer);

    [Fact]
    public async Task Fields_WhenSent_ChangeAndTheOthersStay()
    {
        (await UpdateAsync(fields: new CustomerFields { Name = "Grace", Contact = "1", Timezone = "Europe/Berlin", Metadata = new Dictionary<string, string> { ["a"] = "b" } }))
            .Id.ShouldBe(_customer.Id);

        _customer.Name.ShouldBe("Grace");
        _customer.Email.ShouldBe("ada@example.com");
        _customer.Contact.ShouldBe("1");
        _customer.Timezone.ShouldBe("Europe/Berlin");
        _customer.Metadata.ShouldNotBeNull()["a"].ShouldBe("b");
        _customer.TakeEvents().ShouldBe([new CustomerUpdated(_customer.Id, Given.At(5).At)]);
    }

    [Fact]
    public async Task Address_WhenPartsAreSent_KeepsTheOtherParts()
    {
        await UpdateAsync(fields: new CustomerFields { AddressLine1 = "1", AddressLine2 = "2", AddressCity = "3", AddressState = "4", AddressPostalCode = "5", AddressCountry = "DE" });
        await UpdateAsync(fields: new CustomerFields { AddressCity = "Berlin" });

        _customer.Address.ShouldBe(new Address { Line1 = "1", Line2 = "2", City = "Berlin", State = "4", PostalCode = "5", Country = "DE" });
    }

    [Fact]
    public async Task Fields_WhenNothingChanges_LeaveVersionAndEventsAlone()
    {
        await UpdateAsync(externalId: "ext-1", fields: new CustomerFields { Name = _customer.Name, Timezone = "" });

        _customer.Version.ShouldBe(0);
        _customer.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public async Task Customer_WhenUnknown_IsNotFound() =>
        (await UpdateAsync(customer: new CustomerReference(Given.CustomerId('8').Value))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);

    [Fact]
    public async Task ExternalId_WhenFree_IsTakenAndUsageMovesWithIt()
    {
        var old = _bench.AddSubject("ext-1", _customer.Id, '1');
        var waiting = _bench.AddSubject("ext-new", last: '2');

        await UpdateAsync(externalId: "ext-new");

        _customer.ExternalId.ShouldBe("ext-new");
        _customer.ExternalIdHash.ShouldBe(Given.External("ext-new").Hash);
        old.CustomerId.ShouldBe(_customer.Id);
        old.ExternalIdHash.ShouldBeNull();
        waiting.CustomerId.ShouldBe(_customer.Id);
    }

    [Fact]
    public async Task ExternalId_WhenGivenUp_KeepsItsEndUntilItIsTakenAgain()
    {
        await UpdateAsync(externalId: "ext-new");

        var ended = _bench.Past.Stored.ShouldHaveSingleItem();
        (ended.ExternalIdHash, ended.CustomerId, ended.EndedAt, ended.IsResumed).ShouldBe((Given.External("ext-1").Hash, _customer.Id, Given.At(5).At, false));
        await UpdateAsync(externalId: "ext-1");
        ended.IsResumed.ShouldBeTrue();
        _bench.Past.Stored.Select(holding => holding.ExternalIdHash).ShouldBe([ended.ExternalIdHash, Given.External("ext-new").Hash]);
    }

    // Another customer that took it while this one was archived holds it: a second end would give this customer the other one's usage.
    [Fact]
    public async Task ExternalId_WhenSomebodyElseTookItWhileArchived_IsNotGivenUpAgain()
    {
        _customer.Archive(Given.At(1));
        var taker = Customer.Register(Given.Scope, Given.CustomerId('2'), Given.External("ext-1"), Given.Profile, null, Given.At(2)).Value;
        await _bench.Holdings.TakeAsync(taker, taker.ExternalIdHash, Given.At(2), default);
        var lost = _bench.Past.Stored.ShouldHaveSingleItem();
        (lost.CustomerId, lost.EndedAt).ShouldBe((_customer.Id, Given.At(2).At));

        await UpdateAsync(externalId: "ext-new");

        _bench.Past.Stored.ShouldBe([lost]);
    }

    [Fact]
    public async Task ExternalId_WhenTheOldUsageIsSomebodyElses_LeavesItAlone()
    {
        var others = _bench.AddSubject("ext-1", Given.CustomerId('7'));

        await UpdateAsync(externalId: "ext-new");

        others.ExternalIdHash.ShouldBe(Given.External("ext-1").Hash);
    }

    [Fact]
    public async Task ExternalId_WhenTaken_IsRefused()
    {
        _bench.Customers.Stored.Add(Given.Customer('2'));

        (await UpdateAsync(externalId: "ext-2")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.AlreadyExists);

        _customer.ExternalId.ShouldBe("ext-1");
    }

    [Fact]
    public async Task Parent_WhenNamed_IsPlacedAbove_AndEmptyTakesOut()
    {
        _bench.Customers.Stored.Add(Given.Customer('2'));

        await UpdateAsync(fields: new CustomerFields { ParentCustomerExternalId = "ext-2" });
        _customer.ParentCustomerId.ShouldBe(Given.CustomerId('2'));
        await UpdateAsync(fields: new CustomerFields());
        _customer.ParentCustomerId.ShouldBe(Given.CustomerId('2'));
        await UpdateAsync(fields: new CustomerFields { ParentCustomerId = "" });
        _customer.ParentCustomerId.ShouldBeNull();
    }

    [Fact]
    public async Task Parent_WhenItStandsBelow_IsRefused()
    {
        var child = Given.Customer('2', _customer);
        _bench.Customers.Stored.Add(child);
        _bench.Customers.Stored.Add(Given.Customer('3', child));

        (await UpdateAsync(fields: new CustomerFields { ParentCustomerId = Given.CustomerId('3').Value })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);
    }

    [Fact]
    public async Task Parent_WhenUnknown_IsRefused() =>
        (await UpdateAsync(fields: new CustomerFields { ParentCustomerId = "nobody" })).Error.ShouldNotBeNull().Details.ShouldContainKey("parent_customer_id");

    [Fact]
    public async Task Archive_WhenPublished_ArchivesAndCarriesOutTheCascade()
    {
        (await UpdateAsync(status: "archived")).Error.ShouldBeNull();

        _customer.Status.ShouldBe(CustomerStatus.Archived);
        _cascade.Store.Applied.ShouldHaveSingleItem().Name.ShouldBe("subscriptions.end_with_period");
    }

    [Fact]
    public async Task Status_WhenItIsSoAlready_ChangesNothing()
    {
        await UpdateAsync(status: "published");
        _customer.Archive(Given.At(1));
        _customer.TakeEvents();
        await UpdateAsync(status: "archived");

        _customer.TakeEvents().ShouldBeEmpty();
        _cascade.Store.Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_WhenArchived_PublishesAdoptsUsageAndCarriesOutTheCascade()
    {
        _customer.Archive(Given.At(1));
        var waiting = _bench.AddSubject("ext-1");

        (await UpdateAsync(status: "published")).Error.ShouldBeNull();

        _customer.Status.ShouldBe(CustomerStatus.Published);
        waiting.CustomerId.ShouldBe(_customer.Id);
        _cascade.Store.Applied.ShouldHaveSingleItem().Name.ShouldBe("subscriptions.take_back_end");
    }

    [Fact]
    public async Task Publish_WhenTheExternalIdWasTakenMeanwhile_IsRefused()
    {
        _customer.Archive(Given.At(1));
        _bench.Customers.Stored.Add(Customer.Register(Given.Scope, Given.CustomerId('2'), Given.External("ext-1"), Given.Profile, null, Given.At(2)).Value);

        (await UpdateAsync(status: "published")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.AlreadyExists);

        _customer.Status.ShouldBe(CustomerStatus.Archived);
    }

    [Theory]
    [InlineData("archived", CascadeIntent.Archive)]
    [InlineData("published", CascadeIntent.Publish)]
    [InlineData(null, null)]
    public void Command_WhenTheStatusChanges_AsksTheCascade(string? status, CascadeIntent? intent) =>
        (new UpdateCustomerCommand(First, null, new CustomerFields(), status).Cascade?.Intent).ShouldBe(intent);

    private async Task<CommandResult<CustomerId>> UpdateAsync(CustomerReference? customer = null, string? externalId = null, CustomerFields? fields = null, string? status = null)
    {
        var command = new UpdateCustomerCommand(customer ?? First, externalId, fields ?? new CustomerFields(), status);
        var plan = command.Cascade is { } cascade ? (await _cascade.PlanAsync(cascade.Intent, null)).Value : null;
        return await new UpdateCustomerHandler(_bench.Customers, _bench.Resolver, _bench.Parents, _bench.Holdings, _cascade.Executor, _bench.Caller, _bench.Clock)
            .HandleAsync(command, plan, default);
    }
}
