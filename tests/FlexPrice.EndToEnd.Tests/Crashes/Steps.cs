using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>Every step at which the product can be killed. Read from the product, so that a new step or edge is killed at without anybody thinking of it.</summary>
internal static class Steps
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Failpoint).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
        .. CascadeOrder.Edges.Select(Failpoint.EdgeApplied),
    ];

    /// <summary>Those of an engine: a database server scrubs its storage by itself.</summary>
    public static IReadOnlyList<string> On(Engine engine) =>
        [.. All.Where(step => engine is SqliteEngine || step is not (Failpoint.StorageScrubbing or Failpoint.StorageScrubbed))];

    /// <summary>Those that hold no transaction open, so that another deletion goes on meanwhile and the process can be killed at a step of that one, too.</summary>
    public static IReadOnlyList<string> OutsideOfTransactions { get; } =
    [
        Failpoint.RequestAnswering,
        Failpoint.OutboxClaimed,
        Failpoint.ReactionDone,
        Failpoint.OutboxSettled,
        Failpoint.UsageBatchErased,
        Failpoint.WebhookDelivered,
        Failpoint.StorageScrubbing,
        Failpoint.StorageScrubbed,
    ];
}
