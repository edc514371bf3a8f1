using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Announcements;
using FlexPrice.Application.Broker;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Cascade.Events;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class ReactionCatalogueTests
{
    private readonly ReactionCatalogue _catalogue = new(typeof(ReactionCatalogue).Assembly.GetTypes(), AnnouncedEvents.Types);

    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_IsFoundByEventAndByName()
    {
        var entries = _catalogue.For(typeof(CustomerCreated));

        entries.ShouldBe(
        [
            new ReactionEntry("publish_message_when_customer_created", typeof(CustomerCreated), typeof(PublishMessage)),
            new ReactionEntry("send_webhook_when_customer_created", typeof(CustomerCreated), typeof(SendWebhook)),
        ]);
        entries.Select(entry => _catalogue.Find(entry.Name)).ShouldBe(entries);
    }

    [Fact]
    public void Reaction_WhenNobodyReactsOrTheNameIsGone_IsNotFound()
    {
        _catalogue.For(typeof(DeletionPolicyDecided)).ShouldBeEmpty();
        _catalogue.Find("send_fax_when_customer_deleted").ShouldBeNull();
    }

    [Fact]
    public void Catalogue_WhenMade_IsInTheOrderOfNames() =>
        _catalogue.All.Select(entry => entry.Name).ShouldBe(_catalogue.All.Select(entry => entry.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Catalogue_WhenOneReactionHandlesTwoEvents_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new ReactionCatalogue([typeof(Both)], [])).Message.ShouldBe("More than one reaction is named both.");

    [Fact]
    public void Channel_WhenItIsAClass_HasAReactionForEveryAnnouncedEvent()
    {
        var entries = new ReactionCatalogue([typeof(SendFax)], [typeof(CustomerUpdated), typeof(CustomerCreated)]).All;

        entries.ShouldBe(
        [
            new ReactionEntry("send_fax_when_customer_created", typeof(CustomerCreated), typeof(SendFax)),
            new ReactionEntry("send_fax_when_customer_updated", typeof(CustomerUpdated), typeof(SendFax)),
        ]);
        entries.ShouldAllBe(entry => entry.Line == "fax" && entry.Lane == ReactionLane.Outgoing);
    }

    [Fact]
    public void Event_WhenItIsAnnouncedTwice_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new ReactionCatalogue([typeof(SendFax)], [typeof(CustomerCreated), typeof(CustomerCreated)]))
            .Message.ShouldBe("More than one reaction is named send_fax_when_customer_created.");

    [RunsOn(ReactionLane.Outgoing)]
    [OrderedWith("fax")]
    private sealed class SendFax : IReaction<IDomainEvent>
    {
        public Task ReactAsync(IDomainEvent happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Both : IReaction<CustomerCreated>, IReaction<CustomerUpdated>
    {
        public Task ReactAsync(CustomerCreated happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ReactAsync(CustomerUpdated happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
