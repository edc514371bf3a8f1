using System.Reflection;
using System.Text.RegularExpressions;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>What reacts to events: reactions to one event, and channels, which react to every event that is announced.</summary>
internal static partial class ReactionRules
{
    // A type that holds one of these talks to another machine. The database is none of them: reactions use it in any lane.
    private static readonly string[] Outside = ["System.Net.Http", "System.Net.Sockets", "RabbitMQ.Client"];

    public static IEnumerable<Type> Reactions(IEnumerable<Type> types) => types.Where(type => type.IsConcrete() && type.Implements(typeof(IReaction<>)));

    public static bool IsChannel(Type reaction) => reaction.Implemented(typeof(IReaction<>)).Contains(typeof(IReaction<IDomainEvent>));

    /// <summary>A reaction to one event is named for what it does and when, a channel for what it does: the catalogue adds the event.</summary>
    public static Findings AreNamedForTheirEvent(IEnumerable<Type> types) => Findings.Over(
        Reactions(types),
        reaction =>
        {
            var events = reaction.Implemented(typeof(IReaction<>)).Select(contract => contract.GetGenericArguments()[0]).ToList();
            if (events.Count != 1)
            {
                return $"{reaction.Name} reacts to {events.Count} events: divide it, one class for each event{Guide.Command("Events")}.";
            }

            if (IsChannel(reaction))
            {
                return reaction.Name.Contains("When", StringComparison.Ordinal) ? $"{reaction.Name} is a channel: name it without a When{Guide.Command("Events")}." : null;
            }

            var ending = $"When{events[0].Name}";
            return reaction.Name.EndsWith(ending, StringComparison.Ordinal) && reaction.Name.Length > ending.Length ? null : $"{reaction.Name} is not named …{ending}: name class and file so{Guide.Command("Events")}.";
        });

    public static Findings ResideWithAFeature(IEnumerable<Type> types, IReadOnlyCollection<string> features) => Findings.Over(
        Reactions(types),
        reaction => features.Any(feature => reaction.Namespace == $"FlexPrice.Application.{feature}") ? null : $"{reaction.Name} resides in {reaction.Namespace}: move it to src/FlexPrice.Application/{{Feature}} of the feature that reacts{Guide.Command("Events")}.");

    /// <summary>A reaction that waits for another machine must not take the places of our own upkeep.</summary>
    /// <param name="reactions">What reacts.</param>
    /// <param name="product">Where what they are given is implemented.</param>
    public static Findings NameTheirLaneWhereTheyCallOut(IEnumerable<Type> reactions, IReadOnlyCollection<Type> product) => Findings.Over(
        Reactions(reactions).Where(reaction => CallsOut(reaction, product)),
        reaction => reaction.GetCustomAttribute<RunsOnAttribute>()?.Lane is not (null or ReactionLane.Upkeep or ReactionLane.Scrubbing)
            ? null
            : $"{reaction.Name} calls another machine: give it [RunsOn(ReactionLane.Outgoing)], or a lane of its own{Guide.Command("Events")}.");

    /// <summary>Whether a type holds, or is given, or is given something that holds a connection to another machine.</summary>
    public static bool CallsOut(Type type, IReadOnlyCollection<Type> product)
    {
        HashSet<Type> seen = [type];
        Queue<Type> waiting = new(seen);
        while (waiting.TryDequeue(out var current))
        {
            if (Outside.Any(space => current.Namespace?.StartsWith(space, StringComparison.Ordinal) == true))
            {
                return true;
            }

            foreach (var next in NeedsOf(current, product).Where(seen.Add))
            {
                waiting.Enqueue(next);
            }
        }

        return false;
    }

    /// <summary>What announces and what hands events on is the same for every event: only the table of announcements names events.</summary>
    public static Findings NameNoEvent(IEnumerable<SourceFile> sources, IEnumerable<Type> types)
    {
        HashSet<string> machinery = ["FlexPrice.Application/Abstractions", .. Reactions(types).Where(IsChannel).Select(channel => channel.Namespace!.Replace("FlexPrice.Application.", "FlexPrice.Application/", StringComparison.Ordinal))];
        return Findings.Over(
            sources.Where(source => machinery.Contains(source.Path[..source.Path.LastIndexOf('/')])),
            source => EventNamespace().Match(source.Text) is { Success: true } named ? $"{source.Path} names {named.Value}: what is announced stands in src/FlexPrice.Application/Announcements/AnnouncedEvents.cs{Guide.Command("Events")}." : null);
    }

    private static IEnumerable<Type> NeedsOf(Type type, IReadOnlyCollection<Type> product)
    {
        if (!product.Contains(type))
        {
            return [];
        }

        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var needs = type.GetConstructors(Own).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
            .Concat(type.GetFields(Own).Select(field => field.FieldType));
        return needs
            .Where(need => !need.IsAssignableTo(typeof(ILogger)))
            .SelectMany(need => need.IsGenericType ? [need, .. need.GetGenericArguments()] : new[] { need })
            .SelectMany(need => need.IsAbstract ? [need, .. product.Where(implementation => implementation.IsConcrete() && implementation.IsAssignableTo(need))] : new[] { need });
    }

    [GeneratedRegex(@"FlexPrice\.Domain\.\w+\.Events\b")]
    private static partial Regex EventNamespace();
}
