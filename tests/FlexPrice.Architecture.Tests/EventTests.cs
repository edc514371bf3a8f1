using FlexPrice.Architecture.Tests.Samples.Events;

namespace FlexPrice.Architecture.Tests;

public sealed class EventTests
{
    private static readonly Type[] Bad = [typeof(CustomerRenamed)];

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
            "customer_archived",
            "customer_created",
            "customer_deleted",
            "customer_published",
            "customer_updated",
            "deletion_cleaned",
            "deletion_policy_decided",
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
}
