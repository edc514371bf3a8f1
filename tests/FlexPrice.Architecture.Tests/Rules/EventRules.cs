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
            .Select(property => $"{happened.Name}.{property.Name} is {property.PropertyType.Name}, neither an id nor a fact: events are stored and sent, so give it the id of what it is about, and let who reacts read the rest{Guide.Command("Events")}."));

    /// <summary>The names are stored with waiting messages: who renames an event must keep its old name alive.</summary>
    public static Findings HaveTheseNames(IEnumerable<Type> types, IReadOnlyCollection<string> names)
    {
        var selected = types.ToList();
        var catalogue = new EventCatalogue(selected);
        var actual = Events(selected).Select(catalogue.NameOf).ToList();
        return new Findings(actual.Count, [.. actual.Except(names).Select(name => $"{name} is new: add a line to EventTests.Event_WhenItIsOneOfTheProducts_KeepsItsName{Guide.Command("Events")}."), .. names.Except(actual).Select(name => $"{name} is gone: rows that wait still have this name, so keep it with its class.")]);
    }

    public static Findings ResideWithTheirFeature(IEnumerable<Type> types) => Findings.Over(
        Events(types),
        happened => happened.Namespace is { } home && home.StartsWith("FlexPrice.Domain.", StringComparison.Ordinal) && home.EndsWith(".Events", StringComparison.Ordinal)
            ? null
            : $"{happened.Name} resides in {happened.Namespace}: events belong to src/FlexPrice.Domain/{{Feature}}/Events{Guide.Command("Events")}.");

    private static bool IsIdOrFact(Type type)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type.Unwrapped();
        return item.IsTypedId() || item.IsEnum || Facts.Contains(item);
    }
}
