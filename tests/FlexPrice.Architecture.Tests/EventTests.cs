using FlexPrice.Application.Abstractions;
using FlexPrice.Architecture.Tests.Samples.Events;

namespace FlexPrice.Architecture.Tests;

public sealed class EventTests
{
    private static readonly Type[] Bad = [typeof(CustomerRenamed), typeof(RenameElsewhere), typeof(ActWhenMuchHappened)];

    [Fact]
    public void Event_WhenItIsOneOfTheProducts_CarriesIdsAndFactsOnly() => EventRules.CarryIdsAndFactsOnly(Product.Types).ShouldHold();

    [Fact]
    public void Event_WhenItCarriesMore_IsCaught() =>
        EventRules.CarryIdsAndFactsOnly(Bad).ShouldCatch("CustomerRenamed.NewName is String", "CustomerRenamed.Customer is Customer");

    [Fact]
    public void Event_WhenItIsOneOfTheProducts_IsAPublicSealedImmutableRecordWithItsFeature()
    {
        MessageRules.ArePublicSealedImmutableRecords(EventRules.Events(Product.Types)).ShouldHold();
        EventRules.ResideWithTheirFeature(Product.Types).ShouldHold();
    }

    [Fact]
    public void Event_WhenItIsInternalOrAstray_IsCaught()
    {
        MessageRules.ArePublicSealedImmutableRecords(EventRules.Events(Bad)).ShouldCatch("CustomerRenamed is not public");
        EventRules.ResideWithTheirFeature(Bad).ShouldCatch("CustomerRenamed resides in FlexPrice.Architecture.Tests.Samples.Events");
    }

    // Names are stored with messages that wait. A line may be added here, never changed: a renamed class needs its old name kept alive.
    [Fact]
    public void Event_WhenItIsOneOfTheProducts_KeepsItsName() => EventRules.HaveTheseNames(
        Product.Types,
        [
            "api_key_issued",
            "api_key_reinstated",
            "api_key_revoked",
            "cascade_policy_decided",
            "customer_archived",
            "customer_created",
            "customer_deleted",
            "customer_published",
            "customer_updated",
            "deletion_cleaned",
            "deletion_settled",
            "document_key_destroyed",
            "due_documents_destroyed",
            "invoice_created",
            "invoice_finalized",
            "invoice_payment_recorded",
            "invoice_voided",
            "invoice_written_off",
            "recipient_confirmed",
            "recipient_waived",
            "retention_policy_decided",
            "subscription_cancelled",
            "subscription_created",
            "usage_erasure_requested",
            "wallet_created",
            "wallet_terminated",
            "workflow_started",
            "workflow_stopped",
        ]).ShouldHold();

    [Fact]
    public void Event_WhenItIsRenamed_IsCaught() =>
        EventRules.HaveTheseNames(Bad, ["customer_name_changed"]).ShouldCatch("customer_renamed is new", "customer_name_changed is gone");

    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_IsNamedForItsEffectAndEvent() => EventRules.ReactionsAreNamedForTheirEvent(Product.Types).ShouldHold();

    [Fact]
    public void Reaction_WhenItsNameSaysNotWhen_IsCaught() =>
        EventRules.ReactionsAreNamedForTheirEvent(Bad).ShouldCatch("RenameElsewhere is not named …WhenCustomerRenamed", "ActWhenMuchHappened reacts to 2 events");

    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_ResidesWithTheFeatureThatReacts() =>
        EventRules.ReactionsResideWithAFeature(Product.Types, SourceRules.Features).ShouldHold();

    [Fact]
    public void Reaction_WhenItResidesElsewhere_IsCaught() =>
        EventRules.ReactionsResideWithAFeature([typeof(RenameElsewhere)], SourceRules.Features).ShouldCatch("RenameElsewhere resides in");

    [Fact]
    public void Reaction_WhenItAnnounces_StandsInOneLineWithTheOthersAndTheRestOnItsOwn() =>
        new ReactionCatalogue().All.ShouldAllBe(reaction =>
            reaction.Line == LineOf(reaction));

    // Both tell the same, so that a consumer can move from one to the other.
    [Fact]
    public void Reaction_WhenItSendsAWebhook_HasATwinThatTellsTheBroker() =>
        EventsToldBy("PublishMessage").ShouldBe(EventsToldBy("SendWebhook"));

    // Who calls somebody outside may hang; who waits for a scrub waits for all the others.
    [Theory]
    [InlineData("SendWebhook", ReactionLane.Outgoing)]
    [InlineData("PublishMessage", ReactionLane.Broker)]
    [InlineData("ScrubStorage", ReactionLane.Scrubbing)]
    [InlineData("EraseUsage", ReactionLane.Upkeep)]
    [InlineData("VerifyErasure", ReactionLane.Upkeep)]
    public void Reaction_WhenItCallsOutOrScrubs_TakesNoPlaceOfOurOwnUpkeep(string effect, ReactionLane lane) =>
        new ReactionCatalogue().All.Where(reaction => reaction.ReactionType.Name.StartsWith(effect + "When", StringComparison.Ordinal))
            .Select(reaction => reaction.Lane).Distinct().ShouldHaveSingleItem().ShouldBe(lane);

    // As with events: a waiting message names the reaction that handles it.
    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_KeepsItsName() =>
        new ReactionCatalogue().All.Select(reaction => reaction.Name).ShouldBe(
        [
            "erase_usage_when_usage_erasure_requested",
            "publish_message_when_customer_archived",
            "publish_message_when_customer_created",
            "publish_message_when_customer_deleted",
            "publish_message_when_customer_published",
            "publish_message_when_customer_updated",
            "publish_message_when_invoice_created",
            "publish_message_when_invoice_finalized",
            "publish_message_when_invoice_payment_recorded",
            "publish_message_when_invoice_voided",
            "publish_message_when_invoice_written_off",
            "publish_message_when_subscription_cancelled",
            "publish_message_when_subscription_created",
            "publish_message_when_wallet_created",
            "publish_message_when_wallet_terminated",
            "publish_message_when_workflow_started",
            "publish_message_when_workflow_stopped",
            "scrub_storage_when_customer_deleted",
            "scrub_storage_when_deletion_cleaned",
            "scrub_storage_when_due_documents_destroyed",
            "scrub_storage_when_recipient_confirmed",
            "scrub_storage_when_recipient_waived",
            "send_webhook_when_customer_archived",
            "send_webhook_when_customer_created",
            "send_webhook_when_customer_deleted",
            "send_webhook_when_customer_published",
            "send_webhook_when_customer_updated",
            "send_webhook_when_invoice_created",
            "send_webhook_when_invoice_finalized",
            "send_webhook_when_invoice_payment_recorded",
            "send_webhook_when_invoice_voided",
            "send_webhook_when_invoice_written_off",
            "send_webhook_when_subscription_cancelled",
            "send_webhook_when_subscription_created",
            "send_webhook_when_wallet_created",
            "send_webhook_when_wallet_terminated",
            "send_webhook_when_workflow_started",
            "send_webhook_when_workflow_stopped",
            "verify_erasure_when_deletion_settled",
        ]);

    private static string LineOf(ReactionEntry reaction) => reaction.ReactionType.Namespace switch
    {
        "FlexPrice.Application.Webhooks" => "webhooks",
        "FlexPrice.Application.Broker" => "broker",
        _ => reaction.Name,
    };

    private static IEnumerable<string> EventsToldBy(string effect) =>
        new ReactionCatalogue().All.Where(reaction => reaction.ReactionType.Name.StartsWith(effect + "When", StringComparison.Ordinal)).Select(reaction => reaction.EventType.Name);
}
