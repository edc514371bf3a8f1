using FlexPrice.Application.Abstractions;
using FlexPrice.Architecture.Tests.Samples.Events;

namespace FlexPrice.Architecture.Tests;

public sealed class ReactionTests
{
    private static readonly Type[] Bad = [typeof(RenameElsewhere), typeof(ActWhenMuchHappened), typeof(CallOutWhenCustomerRenamed), typeof(TellWhenever)];

    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_IsNamedForItsEffectAndEvent() => ReactionRules.AreNamedForTheirEvent(Product.Types).ShouldHold();

    [Fact]
    public void Reaction_WhenItsNameSaysNotWhen_IsCaught() =>
        ReactionRules.AreNamedForTheirEvent(Bad).ShouldCatch("RenameElsewhere is not named …WhenCustomerRenamed", "ActWhenMuchHappened reacts to 2 events", "TellWhenever is a channel");

    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_ResidesWithTheFeatureThatReacts() =>
        ReactionRules.ResideWithAFeature(Product.Types, SourceRules.Features).ShouldHold();

    [Fact]
    public void Reaction_WhenItResidesElsewhere_IsCaught() =>
        ReactionRules.ResideWithAFeature([typeof(RenameElsewhere)], SourceRules.Features).ShouldCatch("RenameElsewhere resides in");

    [Fact]
    public void Reaction_WhenItAnnounces_StandsInOneLineWithTheOthersAndTheRestOnItsOwn() =>
        Product.Reactions.All.ShouldAllBe(reaction =>
            reaction.Line == LineOf(reaction), "[OrderedWith] is for channels: every other reaction waits for itself only.");

    // A call to another machine may hang; reactions that wait for a scrub wait for all the others.
    [Theory]
    [InlineData("send_webhook", ReactionLane.Outgoing)]
    [InlineData("publish_message", ReactionLane.Broker)]
    [InlineData("scrub_storage", ReactionLane.Scrubbing)]
    [InlineData("erase_usage", ReactionLane.Upkeep)]
    [InlineData("verify_erasure", ReactionLane.Upkeep)]
    public void Reaction_WhenItCallsOutOrScrubs_TakesNoPlaceOfOurOwnUpkeep(string effect, ReactionLane lane) =>
        Product.Reactions.All.Where(reaction => reaction.Name.StartsWith(effect + "_when_", StringComparison.Ordinal))
            .Select(reaction => reaction.Lane).Distinct().ShouldHaveSingleItem().ShouldBe(lane);

    [Fact]
    public void Reaction_WhenItCallsAnotherMachine_NamesItsLane()
    {
        ReactionRules.NameTheirLaneWhereTheyCallOut(Product.Types, Product.Types).ShouldHold();
        ReactionRules.Reactions(Product.Types).Where(reaction => ReactionRules.CallsOut(reaction, Product.Types)).Select(reaction => reaction.Name)
            .ShouldBe(["PublishMessage", "SendWebhook"], ignoreOrder: true, "A reaction that calls another machine is added to this list in ReactionTests, and its lane to the one above.");
    }

    [Fact]
    public void Reaction_WhenItCallsAnotherMachineAndNamesNoLane_IsCaught() =>
        ReactionRules.NameTheirLaneWhereTheyCallOut(Bad, [.. Bad, .. Product.Types]).ShouldCatch("CallOutWhenCustomerRenamed calls another machine");

    [Fact]
    public void Channel_WhenItAnnounces_NamesNoEvent() => ReactionRules.NameNoEvent(Product.Sources, Product.Types).ShouldHold();

    [Fact]
    public void Channel_WhenItNamesAnEvent_IsCaught() =>
        ReactionRules.NameNoEvent([new("FlexPrice.Application/Webhooks/SendWebhook.cs", "using FlexPrice.Domain.Customers.Events;\n")], Product.Types).ShouldCatch("names FlexPrice.Domain.Customers.Events");

    // As with events: a waiting message names the reaction that handles it.
    [Fact]
    public void Reaction_WhenItIsOneOfTheProducts_KeepsItsName() =>
        Product.Reactions.All.Select(reaction => reaction.Name).ShouldBe(
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
        ],
        "A new name is added to this list in ReactionTests, an old one never changes: rows that wait have it (docs/guides/add-a-command.md, Events).");

    private static string LineOf(ReactionEntry reaction) => reaction.ReactionType.Namespace switch
    {
        "FlexPrice.Application.Webhooks" => "webhooks",
        "FlexPrice.Application.Broker" => "broker",
        _ => reaction.Name,
    };
}
