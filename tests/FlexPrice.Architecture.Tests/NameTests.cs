using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlexPrice.Architecture.Tests;

/// <summary>Names are the field's. A name that was replaced does not come back.</summary>
public sealed class NameTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types, and files that are named after them.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["InLineAttribute"] = "OrderedWithAttribute",
        ["InLaneAttribute"] = "RunsOnAttribute",
        ["CascadeQuestion"] = "CascadeRequest",
        ["EdgeQuestion"] = "EdgeContext",
        ["KeyQuestions"] = "ApiKeyQueries",
        ["CascadeBasis"] = "CascadeSnapshot",
        ["CascadeReading"] = "SnapshotRequest",
        ["CascadeExecution"] = "CascadeExecutor",
        ["CascadePolicy"] = "DeletionPolicy",
        ["Attempt"] = "CommandAttempt",
        ["Attempts"] = "RetryingDispatcher",
        ["IAttempts"] = "IDispatcher",
        ["FamilyMovedException"] = "HierarchyChangedException",
        ["ExternalIdMovedException"] = "ExternalIdReassignedException",
        ["AddedRows"] = "PendingInserts",
        ["Startup"] = "DatabaseInitializer",
        ["StartUp"] = "HostInitialization",
        ["IStartup"] = "IDatabaseInitializer",
        ["CommitWitness"] = "CommitProof",
        ["BrokerLine"] = "BrokerOrdering",
        ["WebhookLine"] = "WebhookOrdering",
        ["DeletionInTheWay"] = "NextDeletionToExpire",
        ["DeletionToRead"] = "UntrackedDeletionById",
        ["Heard"] = "ClockReading",
        ["LivingProcess"] = "RunningProcess",
        ["IAsksForTime"] = "IHasRetryAfter",
        ["OpenWriterGate"] = "UnlimitedWriterGate",
        ["OpenServerClaim"] = "NoServerClaim",
        ["FairShares"] = "FairQuota",
        ["Share"] = "QuotaLease",
        ["FairTurns"] = "FairConcurrencyLimiter",
        ["RequestShares"] = "RequestLeases",
        ["Deed"] = "CommandEffect",
        ["Main"] = "Program",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["DoAsync"] = "ExecuteAsync",
        ["AskAsync"] = "QueryAsync",
        ["Become"] = "Set",
        ["BecomeSystemOf"] = "SetSystem",
        ["May"] = "HasPermission",
        ["MayGrant"] = "CanGrant",
        ["MayRevoke"] = "CanRevoke",
        ["MayBecome"] = "CanBecome",
        ["IsAsGoodAs"] = "GrantsSameAccess",
        ["CompleteAsync"] = "ExecuteStepAsync",
        ["LockAsync"] = "LockExclusiveAsync",
        ["HoldAsync"] = "LockSharedAsync",
        ["GoneAsync"] = "NotFoundErrorAsync",
        ["TouchedBesides"] = "AdditionalLocks",
        ["HastenAsync"] = "MakeDueNowAsync",
        ["EnterHoweverLongAsync"] = "EnterWithoutTimeoutAsync",
        ["Meaning"] = "ToError",
        ["IsWorthAnotherTry"] = "IsTransient",
        ["SendsTogether"] = "SupportsBatching",
        ["Judge"] = "Compare or Classify",
        ["LookAsync"] = "CheckAsync",
        ["LetGo"] = "AllowRevocation",
        ["TurnAway"] = "Reject",
        ["GiveBackAsync"] = "RetryLaterAsync",
        ["WayOut"] = "Advice",
    };

    [Fact]
    public void Type_WhenItIsNamed_BearsNoReplacedName() =>
        Replaced(Product.Types.Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))).ShouldBeEmpty();

    [Fact]
    public void File_WhenItIsNamed_BearsNoReplacedName()
    {
        var files = new[] { "src", "tests", "build" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Product.Root, folder), "*.cs", SearchOption.AllDirectories)).ToList();
        files.Count.ShouldBeGreaterThan(1000);
        files.Where(file => Types.ContainsKey(Path.GetFileNameWithoutExtension(file)) || Types.ContainsKey(Path.GetFileNameWithoutExtension(file) + "Attribute")).ShouldBeEmpty();
    }

    [Fact]
    public void Name_WhenItWasReplaced_IsFound() => Replaced([typeof(Attempts)]).ShouldBe(["Attempts: say RetryingDispatcher", "Attempts.May: say HasPermission"]);

    // Who overrides or implements something of a library takes its name.
    private static IEnumerable<string> Replaced(IEnumerable<Type> types) => types.SelectMany(type =>
        (Types.TryGetValue(type.Name, out var name) ? [$"{type.Name}: say {name}"] : Array.Empty<string>())
        .Concat(type.GetMembers(Own)
            .Where(member => Members.ContainsKey(member.Name) && (member is not MethodInfo method || method.GetBaseDefinition() == method))
            .Select(member => $"{type.Name}.{member.Name}: say {Members[member.Name]}")));

    private sealed class Attempts
    {
        public static bool May => true;
    }
}
