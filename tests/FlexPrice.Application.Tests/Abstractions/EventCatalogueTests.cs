using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class EventCatalogueTests
{
    private readonly EventCatalogue _catalogue = new();

    [Fact]
    public void Event_WhenItIsOneOfTheDomains_HasAStableNameThatLeadsBack()
    {
        _catalogue.NameOf(typeof(CustomerDeleted)).ShouldBe("customer_deleted");
        _catalogue.TypeOf("customer_deleted").ShouldBe(typeof(CustomerDeleted));
    }

    [Fact]
    public void Event_WhenItIsUnknown_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => _catalogue.NameOf(typeof(string))).Message.ShouldContain("System.String");
        Should.Throw<InvalidOperationException>(() => _catalogue.TypeOf("customer_vanished")).Message.ShouldContain("customer_vanished");
    }

    [Fact]
    public void Catalogue_WhenTwoEventsHaveOneName_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new EventCatalogue([typeof(CustomerCreated), typeof(Twin.CustomerCreated)]))
            .Message.ShouldBe("More than one event is named customer_created.");

    [Fact]
    public void Catalogue_WhenTypesAreNoEvents_LeavesThemOut() =>
        Should.Throw<InvalidOperationException>(() => new EventCatalogue([typeof(IAudited), typeof(string), typeof(CustomerCreated)]).NameOf(typeof(string)));

    private static class Twin
    {
        public sealed record CustomerCreated(DateTimeOffset OccurredAt, string? OrderingKey) : IDomainEvent;
    }
}
