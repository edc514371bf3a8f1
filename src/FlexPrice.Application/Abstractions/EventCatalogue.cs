using System.Collections.Frozen;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>All domain events with the names under which they are stored: the class name in snake case, for example <c>customer_deleted</c>.</summary>
public sealed class EventCatalogue
{
    private readonly FrozenDictionary<string, Type> _byName;
    private readonly FrozenDictionary<Type, string> _byType;

    /// <summary>Finds the events of the domain; throws when two have the same name.</summary>
    public EventCatalogue()
        : this(typeof(IDomainEvent).Assembly.GetTypes())
    {
    }

    internal EventCatalogue(IEnumerable<Type> types)
    {
        var events = types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDomainEvent))).ToList();
        if (events.GroupBy(NameFor, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InvalidOperationException($"More than one event is named {duplicate.Key}.");
        }

        _byName = events.ToFrozenDictionary(NameFor, StringComparer.Ordinal);
        _byType = events.ToFrozenDictionary(type => type, NameFor);
    }

    /// <summary>The stable name of an event; throws when it is none of the domain's.</summary>
    /// <param name="eventType">The type of the event.</param>
    public string NameOf(Type eventType) =>
        _byType.GetValueOrDefault(eventType) ?? throw new InvalidOperationException($"{eventType} is no event of the domain.");

    /// <summary>The type of an event; throws when the name is unknown.</summary>
    /// <param name="name">The name that <see cref="NameOf"/> returned.</param>
    public Type TypeOf(string name) =>
        _byName.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No event of the domain is named {name}.");

    private static string NameFor(Type type) => SnakeCase.Of(type.Name);
}
