using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>Events are stored and sent as they are: ids and facts only, under names that never change.</summary>
internal static class EventRules
{
    private static readonly string[] MadeOfTheirFacts = [nameof(IDomainEvent.OrderingKey), nameof(IAudited.AuditAction), nameof(IAudited.AuditSubject), nameof(IAudited.AuditDetail)];

    private static readonly HashSet<Type> Facts = [typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(DateTimeOffset)];

    public static IEnumerable<Type> Events(IEnumerable<Type> types) => types.Where(type => type.IsConcrete() && type.IsAssignableTo(typeof(IDomainEvent)));

    public static Findings CarryIdsAndFactsOnly(IEnumerable<Type> types) => Findings.Over(
        Events(types),
        happened => happened.GetProperties()
            .Where(property => !MadeOfTheirFacts.Contains(property.Name) && !IsIdOrFact(property.PropertyType))
            .Select(property => $"{happened.Name}.{property.Name} is {property.PropertyType.Name}, neither an id nor a fact."));

    /// <summary>The names are stored with waiting messages: who renames an event must keep its old name alive.</summary>
    public static Findings HaveTheseNames(IEnumerable<Type> types, IReadOnlyCollection<string> names)
    {
        var selected = types.ToList();
        var catalogue = new EventCatalogue(selected);
        var actual = Events(selected).Select(catalogue.NameOf).ToList();
        return new Findings(actual.Count, [.. actual.Except(names).Select(name => $"{name} is new."), .. names.Except(actual).Select(name => $"{name} is gone.")]);
    }

    public static Findings ResideWithTheirFeature(IEnumerable<Type> types) => Findings.Over(
        Events(types),
        happened => happened.Namespace is { } home && home.StartsWith("FlexPrice.Domain.", StringComparison.Ordinal) && home.EndsWith(".Events", StringComparison.Ordinal)
            ? null
            : $"{happened.Name} resides in {happened.Namespace}.");

    /// <summary>One reaction to one event, named for what it does and when, in the folder of a feature.</summary>
    public static Findings ReactionsAreNamedForTheirEvent(IEnumerable<Type> types) => Findings.Over(
        types.Where(type => type.IsConcrete() && type.Implements(typeof(IReaction<>))),
        reaction =>
        {
            var events = reaction.Implemented(typeof(IReaction<>)).Select(contract => contract.GetGenericArguments()[0]).ToList();
            if (events.Count != 1)
            {
                return $"{reaction.Name} reacts to {events.Count} events.";
            }

            var ending = $"When{events[0].Name}";
            return reaction.Name.EndsWith(ending, StringComparison.Ordinal) && reaction.Name.Length > ending.Length ? null : $"{reaction.Name} is not named …{ending}.";
        });

    public static Findings ReactionsResideWithAFeature(IEnumerable<Type> types, IReadOnlyCollection<string> features) => Findings.Over(
        types.Where(type => type.IsConcrete() && type.Implements(typeof(IReaction<>))),
        reaction => features.Any(feature => reaction.Namespace == $"FlexPrice.Application.{feature}") ? null : $"{reaction.Name} resides in {reaction.Namespace}.");

    private static bool IsIdOrFact(Type type)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type.Unwrapped();
        return item.IsTypedId() || item.IsEnum || Facts.Contains(item);
    }
}
