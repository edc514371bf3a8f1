using System.Collections.Frozen;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>All reactions with the names under which their messages are stored.</summary>
public sealed class ReactionCatalogue
{
    private readonly FrozenDictionary<string, ReactionEntry> _byName;
    private readonly ILookup<Type, ReactionEntry> _byEvent;

    /// <summary>Finds the reactions among types; throws when two have the same name.</summary>
    /// <param name="types">The types of the application.</param>
    /// <param name="announced">The events that are announced. A reaction to <see cref="IDomainEvent"/> is a channel: it becomes one reaction for each of them.</param>
    internal ReactionCatalogue(IEnumerable<Type> types, IReadOnlyCollection<Type> announced)
    {
        var entries = types.Where(type => type is { IsClass: true, IsAbstract: false }).SelectMany(type => EntriesOf(type, announced));
        All = [.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        if (All.GroupBy(entry => entry.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InvalidOperationException($"More than one reaction is named {duplicate.Key}.");
        }

        _byName = All.ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);
        _byEvent = All.ToLookup(entry => entry.EventType);
    }

    /// <summary>The reactions, in the order of their names.</summary>
    public IReadOnlyList<ReactionEntry> All { get; }

    /// <summary>The reactions to an event; may be empty.</summary>
    /// <param name="eventType">The type of the event.</param>
    public IReadOnlyList<ReactionEntry> For(Type eventType) => [.. _byEvent[eventType]];

    /// <summary>The reaction with a name, or null: no longer part of the product.</summary>
    /// <param name="name">The value of <see cref="ReactionEntry.Name"/>.</param>
    public ReactionEntry? Find(string name) => _byName.GetValueOrDefault(name);

    private static IEnumerable<ReactionEntry> EntriesOf(Type type, IReadOnlyCollection<Type> announced) => type.GetInterfaces()
        .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReaction<>))
        .Select(contract => contract.GetGenericArguments()[0])
        .SelectMany(happened => happened == typeof(IDomainEvent)
            ? announced.Select(each => new ReactionEntry(SnakeCase.Of($"{type.Name}When{each.Name}"), each, type))
            : [new ReactionEntry(SnakeCase.Of(type.Name), happened, type)]);
}
