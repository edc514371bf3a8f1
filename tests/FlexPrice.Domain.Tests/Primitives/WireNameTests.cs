using System.Reflection;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Domain.Tests.Primitives;

/// <summary>What enums are called in requests, responses and errors. A name that changes breaks every client.</summary>
public sealed class WireNameTests
{
    private static readonly string[] Names =
    [
        "ActionSource: product, environment, request",
        "ApiKeyStatus: published, deleted",
        "ApiKeyType: private_key, publishable_key",
        "BillingPeriod: MONTHLY, ANNUAL, WEEKLY, DAILY, QUARTERLY, HALF_YEARLY",
        "BillingReason: MANUAL, SUBSCRIPTION_CREATE, SUBSCRIPTION_CYCLE, SUBSCRIPTION_UPDATE, PRORATION",
        "CascadeIntent: delete, archive, publish",
        "CustomerStatus: published, archived",
        "DeletionState: cleaning, telling, verifying, completed, failed_verification",
        "ErrorKind: validation_error, invalid_operation, not_found, already_exists, version_conflict, unauthenticated, permission_denied, method_not_allowed, payload_too_large, unsupported_media_type, too_many_requests, service_unavailable, internal_error",
        "InvoiceStatus: DRAFT, FINALIZED, VOIDED",
        "InvoiceType: SUBSCRIPTION, ONE_OFF, CREDIT",
        "PaymentStatus: INITIATED, PENDING, PROCESSING, SUCCEEDED, OVERPAID, FAILED, REFUNDED, PARTIALLY_REFUNDED, VOIDED",
        "RecipientAction: erase, notify, pay_out",
        "RecipientState: unreachable, pending, confirmed, already_gone, waived",
        "RowEffectKind: deleted, updated, deleted_afterwards, pseudonymised, added",
        "SubscriptionStatus: active, paused, cancelled, incomplete, trialing, draft",
        "WalletStatus: active, frozen, closed",
        "WalletType: PRE_PAID, POST_PAID",
        "WorkflowStatus: Running, Completed, Failed, Stopped",
    ];

    private static readonly string[] NeverServed = [nameof(CallPart), nameof(EnvironmentType), nameof(NameStyle), nameof(Operation), nameof(PersonalDataCategory), nameof(TenantStatus), nameof(WalletTransactionType)];

    private enum Clashing
    {
        OneOff,

        [WireName("one_off")]
        Other,
    }

    public static TheoryData<Type> Enums => [.. EnumTypes];

    private static IEnumerable<Type> EnumTypes => typeof(WireName).Assembly.GetTypes().Where(type => type.IsEnum);

    [Fact]
    public void Names_OfEveryServedEnum_AreWhatClientsKnow() => EnumTypes
        .Where(type => !NeverServed.Contains(type.Name))
        .Select(type => $"{type.Name}: {string.Join(", ", Call(nameof(NamesOnTheWire), type))}")
        .Order(StringComparer.Ordinal)
        .ShouldBe(Names, Case.Sensitive, "An enum that is served has its line in WireNameTests, one that is not its name in NeverServed. A line that clients know never changes (docs/guides/add-a-command.md, Values with names).");

    [Theory]
    [MemberData(nameof(Enums))]
    public void Names_OfEveryEnum_AreUniqueAndLeadBack(Type type) => Call(nameof(LeadBack), type);

    [Theory]
    [MemberData(nameof(Enums))]
    public void Parse_OfWhatIsNoName_IsRefused(Type type) => Call(nameof(RefuseOthers), type);

    [Fact]
    public void Names_WhenTwoMembersShareOne_AreRefused() =>
        Should.Throw<TypeInitializationException>(() => WireName.Of(Clashing.OneOff)).InnerException.ShouldBeOfType<ArgumentException>();

    [Fact]
    public void Names_WhenWireAndStorageDiffer_AreKeptApart()
    {
        WireName.Of(BillingPeriod.HalfYearly).ShouldBe("HALF_YEARLY");
        StoredName.Of(BillingPeriod.HalfYearly).ShouldBe("half_yearly");
        WireName.TryParse<WorkflowStatus>("running", out _).ShouldBeFalse();
        StoredName.Parse<WorkflowStatus>("running").ShouldBe(WorkflowStatus.Running);
    }

    [Fact]
    public void Parse_WhenTheNameIsLeftOut_TakesTheGivenMember()
    {
        WireName.Parse(null, InvoiceType.OneOff).ShouldBe(InvoiceType.OneOff);
        WireName.Parse("CREDIT", InvoiceType.OneOff).ShouldBe(InvoiceType.Credit);
        Should.Throw<FormatException>(() => WireName.Parse("", InvoiceType.OneOff)).Message.ShouldContain("SUBSCRIPTION, ONE_OFF, CREDIT");
    }

    private static IReadOnlyList<string> Call(string method, Type type) =>
        (IReadOnlyList<string>)typeof(WireNameTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!;

    private static IReadOnlyList<string> NamesOnTheWire<TEnum>()
        where TEnum : struct, Enum => WireName.All<TEnum>();

    private static IReadOnlyList<string> LeadBack<TEnum>()
        where TEnum : struct, Enum
    {
        foreach (var names in new[] { WireName.All<TEnum>(), StoredName.All<TEnum>() })
        {
            names.Count.ShouldBe(Enum.GetNames<TEnum>().Length);
            names.ShouldBeUnique();
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            WireName.Parse<TEnum>(WireName.Of(value)).ShouldBe(value);
            StoredName.Parse<TEnum>(StoredName.Of(value)).ShouldBe(value);
        }

        return WireName.All<TEnum>();
    }

    private static IReadOnlyList<string> RefuseOthers<TEnum>()
        where TEnum : struct, Enum
    {
        foreach (var (names, isName) in new (IReadOnlyList<string>, Func<string?, bool>)[] { (WireName.All<TEnum>(), IsOnTheWire<TEnum>), (StoredName.All<TEnum>(), IsStored<TEnum>) })
        {
            var others = names
                .SelectMany(name => new[] { name.ToUpperInvariant(), name.ToLowerInvariant(), $"{char.ToUpperInvariant(name[0])}{name[1..]}", $" {name}", $"{name} ", $"{name},{names[0]}", $"{name}, {names[0]}" })
                .Concat(Enum.GetNames<TEnum>())
                .Concat(["", " ", "0", "1", "+1", "-1", "99"])
                .Except(names, StringComparer.Ordinal);

            names.ShouldAllBe(name => isName(name));
            others.ShouldAllBe(other => !isName(other));
            isName(null).ShouldBeFalse();
        }

        return WireName.All<TEnum>();
    }

    private static bool IsOnTheWire<TEnum>(string? name)
        where TEnum : struct, Enum => WireName.TryParse<TEnum>(name, out _);

    private static bool IsStored<TEnum>(string? name)
        where TEnum : struct, Enum => StoredName.TryParse<TEnum>(name, out _);
}
