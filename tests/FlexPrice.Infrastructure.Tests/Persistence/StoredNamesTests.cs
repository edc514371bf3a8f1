using System.Text.Json;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using FlexPrice.Infrastructure.Persistence.Sqlite;

namespace FlexPrice.Infrastructure.Tests.Persistence;

/// <summary>What is in the databases today. A line may be added; one that changes makes rows unreadable.</summary>
public sealed class StoredNamesTests
{
    private static readonly string[] InColumns =
    [
        "ApiKey.Status: published, deleted",
        "ApiKey.Type: private_key, publishable_key",
        "Customer.Status: published, archived",
        "Deletion.State: cleaning, telling, verifying, completed, failed_verification",
        "Environment.Type: development, production",
        "Invoice.BillingReason: manual, subscription_create, subscription_cycle, subscription_update, proration",
        "Invoice.PaymentStatus: initiated, pending, processing, succeeded, overpaid, failed, refunded, partially_refunded, voided",
        "Invoice.Status: draft, finalized, voided",
        "Invoice.Type: subscription, one_off, credit",
        "OutboxMessage.Lane: upkeep, scrubbing, outgoing, broker",
        "Recipient.State: unreachable, pending, confirmed, already_gone, waived",
        "Recipient.WantedAction: erase, notify, pay_out",
        "Subscription.BillingPeriod: monthly, annual, weekly, daily, quarterly, half_yearly",
        "Subscription.Status: active, paused, cancelled, incomplete, trialing, draft",
        "Tenant.Status: active, suspended",
        "Wallet.Status: active, frozen, closed",
        "Wallet.Type: pre_paid, post_paid",
        "WalletTransaction.Type: credit, debit",
        "Workflow.Status: running, completed, failed, stopped",
    ];

    private static readonly string[] InsideOfJson =
    [
        "ActionSource: product, environment, request",
        "ApiKeyStatus: published, deleted",
        "ApiKeyType: private_key, publishable_key",
        "BillingPeriod: monthly, annual, weekly, daily, quarterly, half_yearly",
        "BillingReason: manual, subscription_create, subscription_cycle, subscription_update, proration",
        "CascadeIntent: delete, archive, publish",
        "CustomerStatus: published, archived",
        "DeletionState: cleaning, telling, verifying, completed, failed_verification",
        "EnvironmentType: development, production",
        "InvoiceStatus: draft, finalized, voided",
        "InvoiceType: subscription, one_off, credit",
        "PaymentStatus: initiated, pending, processing, succeeded, overpaid, failed, refunded, partially_refunded, voided",
        "RecipientAction: erase, notify, pay_out",
        "RecipientState: unreachable, pending, confirmed, already_gone, waived",
        "RowEffectKind: deleted, updated, deleted_afterwards, pseudonymised, added",
        "SubscriptionStatus: active, paused, cancelled, incomplete, trialing, draft",
        "TenantStatus: active, suspended",
        "WalletStatus: active, frozen, closed",
        "WalletTransactionType: credit, debit",
        "WalletType: pre_paid, post_paid",
        "WorkflowStatus: running, completed, failed, stopped",
    ];

    private static readonly Type[] NeverStored = [typeof(CallPart), typeof(ErrorKind), typeof(NameStyle), typeof(Operation), typeof(PersonalDataCategory)];

    [Fact]
    public void Column_OfEveryEnum_HoldsTheNamesItAlwaysHeld()
    {
        using var context = new SqliteDesignTimeFactory().CreateDbContext([]);
        var columns = context.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetFlattenedProperties().Select(property => (Entity: entity, Property: property)))
            .Where(column => EnumOf(column.Property.ClrType).IsEnum)
            .Select(column => (
                Name: $"{column.Entity.ClrType.Name}.{column.Property.Name}",
                Names: Enum.GetValuesAsUnderlyingType(EnumOf(column.Property.ClrType)).Cast<int>()
                    .Select(value => column.Property.GetTypeMapping().Converter!.ConvertToProvider(Enum.ToObject(EnumOf(column.Property.ClrType), value)))));

        columns.Select(column => $"{column.Name}: {string.Join(", ", column.Names)}").Order(StringComparer.Ordinal).ShouldBe(InColumns, Case.Sensitive, "An enum that is stored has its line in StoredNamesTests. A line that rows have never changes (docs/guides/add-a-command.md, Values with names).");
    }

    [Fact]
    public void Json_OfEveryEnum_HoldsTheNamesItAlwaysHeld() => typeof(Customer).Assembly.GetTypes()
        .Where(type => type.IsEnum && !NeverStored.Contains(type))
        .Select(type => $"{type.Name}: {string.Join(", ", Enum.GetValuesAsUnderlyingType(type).Cast<int>().Select(value => JsonSerializer.Serialize(Enum.ToObject(type, value), type, StoredJson.Options).Trim('"')))}")
        .Order(StringComparer.Ordinal)
        .ShouldBe(InsideOfJson, Case.Sensitive, "An enum of Domain has its line in StoredNamesTests. A line that rows have never changes (docs/guides/add-a-command.md, Values with names).");

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"Deleted\"")]
    [InlineData("\"deleted, updated\"")]
    [InlineData("null")]
    public void Json_WhenItHoldsNoName_IsNotRead(string json)
    {
        JsonSerializer.Deserialize<RowEffectKind>("\"deleted\"", StoredJson.Options).ShouldBe(RowEffectKind.Deleted);

        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<RowEffectKind>(json, StoredJson.Options));
    }

    private static Type EnumOf(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
