using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Application.Deletions.ConfirmRecipient;
using FlexPrice.Application.Deletions.DecideDeletionPolicy;
using FlexPrice.Application.Deletions.ForgetExpiredFences;
using FlexPrice.Application.Deletions.WaiveRecipient;
using FlexPrice.Application.Retention.DecideRetentionPolicy;
using FlexPrice.Application.Retention.DestroyDueDocuments;
using FlexPrice.Application.Subscriptions.EndDueSubscriptions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Every command has a race against a deletion, or a reason why none is needed.</summary>
public sealed class RaceCoverageTests
{
    private const string OfTheOperator = "Touches keys and settings of the environment, no row of a customer.";
    private const string AfterTheDeletion = "About the recipients of a deletion, which are there when it is committed.";
    private const string Timed = "Timed work, which no request can be held against; its handler changes single rows that have a version.";

    private static readonly Dictionary<Type, string> Exempt = new()
    {
        [typeof(CreateApiKeyCommand)] = OfTheOperator,
        [typeof(RevokeApiKeyCommand)] = OfTheOperator,
        [typeof(DecideDeletionPolicyCommand)] = OfTheOperator,
        [typeof(DecideRetentionPolicyCommand)] = OfTheOperator,
        [typeof(ConfirmRecipientCommand)] = AfterTheDeletion,
        [typeof(WaiveRecipientCommand)] = AfterTheDeletion,
        [typeof(ForgetExpiredFencesCommand)] = Timed,
        [typeof(DestroyDueDocumentsCommand)] = Timed,
        [typeof(EndDueSubscriptionsCommand)] = Timed,
    };

    private static readonly IReadOnlyList<Type> Commands =
    [
        .. typeof(ICommand<>).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true }
            && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ICommand<>))),
    ];

    [Fact]
    public void Command_WhenItIsOneOfTheProducts_RacesADeletionOrSaysWhyNot()
    {
        Commands.Count.ShouldBeGreaterThan(20);
        Defects(Commands, Raced(typeof(RaceCoverageTests).Assembly.GetTypes()), Exempt).ShouldBeEmpty(
            "Write a race in tests/FlexPrice.EndToEnd.Tests/Races and mark it [Against(typeof(…Command))], or name the command in Exempt of RaceCoverageTests with the reason (docs/guides/add-a-command.md, Let the tests name what is missing).");
    }

    [Fact]
    public void Command_WhenItRacesNothingOrTheExemptionIsStale_IsCaught() =>
        Defects([typeof(string), typeof(int)], [typeof(int)], new Dictionary<Type, string> { [typeof(int)] = "", [typeof(long)] = "" })
            .ShouldBe(["String meets no deletion in any race", "Int32 needs no exemption", "Int64 needs no exemption"]);

    private static IReadOnlyList<Type> Raced(IEnumerable<Type> tests) =>
        [.. tests.SelectMany(test => test.GetMethods()).SelectMany(method => method.GetCustomAttributes<AgainstAttribute>()).Select(against => against.Command).Distinct()];

    private static IReadOnlyList<string> Defects(IReadOnlyList<Type> commands, IReadOnlyList<Type> raced, IReadOnlyDictionary<Type, string> exempt) =>
    [
        .. commands.Except(raced).Where(command => !exempt.ContainsKey(command)).Select(command => $"{command.Name} meets no deletion in any race"),
        .. exempt.Keys.Where(command => raced.Contains(command) || !commands.Contains(command)).Select(command => $"{command.Name} needs no exemption"),
    ];
}
