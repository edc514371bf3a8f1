using System.Reflection;
using FlexPrice.Application;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Testing.Crashes;

/// <summary>Every step at which the product can be killed. Read from the product, so that a new step or edge is killed at without anybody thinking of it.</summary>
internal static class Steps
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Failpoint).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
        .. CascadeOrder.Edges.Select(Failpoint.EdgeApplied),
    ];

    /// <summary>Where the database has executed the statements of the edges and not yet those that write the evidence, because a test holds a lock that they need.</summary>
    public const string StatementsSent = "statements.sent";

    /// <summary>Where a message is sent and the broker, which a test has stopped in its tracks, does not confirm it.</summary>
    public const string MessageSent = "message.sent";

    /// <summary>Those of an engine without a broker: a database server scrubs its storage by itself.</summary>
    public static IReadOnlyList<string> On(Engine engine) =>
        [.. All.Where(step => step != Failpoint.MessagePublished && (engine is SqliteEngine || step is not (Failpoint.StorageScrubbing or Failpoint.StorageScrubbed)))];

    /// <summary>Everything at which a fault can meet a deletion, in the order of the page.</summary>
    public static IReadOnlyList<string> Everything { get; } =
        [.. All.SelectMany(IEnumerable<string> (step) => step switch
        {
            Failpoint.TransactionSaved => [StatementsSent, step],
            Failpoint.MessagePublished => [MessageSent, step],
            _ => [step],
        })];

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
