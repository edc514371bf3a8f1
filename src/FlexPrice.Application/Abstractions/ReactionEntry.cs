using System.Reflection;

namespace FlexPrice.Application.Abstractions;

/// <summary>One reaction.</summary>
/// <param name="Name">
/// Its stable name: <c>{Effect}When{Event}</c> in snake case, for example <c>send_webhook_when_customer_deleted</c>. It is stored: renaming the class or the event orphans waiting messages.
/// </param>
/// <param name="EventType">The event that it reacts to.</param>
/// <param name="ReactionType">The class, an <see cref="IReaction{TEvent}"/> of <paramref name="EventType"/> or, for a channel, of every event; the container resolves it.</param>
public sealed record ReactionEntry(string Name, Type EventType, Type ReactionType)
{
    /// <summary>The ordering that it belongs to: within it the events of one customer are handled in order. Its own name, or that of <see cref="OrderedWithAttribute"/>.</summary>
    public string Line { get; } = ReactionType.GetCustomAttribute<OrderedWithAttribute>()?.Line ?? Name;

    /// <summary>The kind of work that it is, by <see cref="RunsOnAttribute"/>.</summary>
    public ReactionLane Lane { get; } = ReactionType.GetCustomAttribute<RunsOnAttribute>()?.Lane ?? ReactionLane.Upkeep;
}
