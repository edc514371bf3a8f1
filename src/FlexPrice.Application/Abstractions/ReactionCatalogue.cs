using System.Collections.Frozen;
using System.Text.Json;

namespace FlexPrice.Application.Abstractions;

/// <summary>All reactions with the names under which their messages are stored.</summary>
public sealed class ReactionCatalogue
{
    private readonly FrozenDictionary<string, ReactionEntry> _byName;
    private readonly ILookup<Type, ReactionEntry> _byEvent;

    /// <summary>Finds the reactions of the application; throws when two have the same name.</summary>
    public ReactionCatalogue()
        : this(typeof(ReactionCatalogue).Assembly.GetTypes())
    {
    }

    internal ReactionCatalogue(IEnumerable<Type> types)
    {
        All = [.. types.Where(type => type is { IsClass: true, IsAbstract: false }).SelectMany(EntriesOf).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        if (All.GroupBy(entry => entry.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InvalidOperationException($"More than one reaction is named {duplicate.Key}.");
        }

        _byName = All.ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);
        _byEvent = All.ToLookup(entry => entry.EventType);
    }

    /// <summary>The reactions, in the order of their names.</summary>
    public IReadOnlyList<ReactionEntry> All { get; }

    /// <summary>The reactions to an event; none when nobody reacts.</summary>
    /// <param name="eventType">The type of the event.</param>
    public IReadOnlyList<ReactionEntry> For(Type eventType) => [.. _byEvent[eventType]];

    /// <summary>The reaction with a name, or null: no longer part of the product.</summary>
    /// <param name="name">What <see cref="ReactionEntry.Name"/> said.</param>
    public ReactionEntry? Find(string name) => _byName.GetValueOrDefault(name);

    private static IEnumerable<ReactionEntry> EntriesOf(Type type) => type.GetInterfaces()
        .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReaction<>))
        .Select(contract => new ReactionEntry(JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name), contract.GetGenericArguments()[0], type));
}
