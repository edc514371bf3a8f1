using FlexPrice.Domain.Cascade.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Cascade;

/// <summary>An environment's defaults and allowed actions for a customer's dependents when the customer is deleted.</summary>
/// <remarks>Authority, highest first: legal hold and statute (inside the edges), environment (here), request. One row per environment; without one the product's defaults hold.</remarks>
public sealed class DeletionPolicy : AggregateRoot
{
    /// <summary>How many deletions one key may request per hour by default: one wrong script must not delete a company.</summary>
    public const int DefaultDeletionsPerHour = 100;

    /// <summary>The smallest <see cref="DeletionsPerHour"/>.</summary>
    public const int MinimumDeletionsPerHour = 1;

    /// <summary>The largest <see cref="DeletionsPerHour"/>.</summary>
    public const int MaximumDeletionsPerHour = 100_000;

    private DeletionPolicy()
    {
    }

    private DeletionPolicy(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>What was decided, edge by edge; edges without an entry follow the product's default.</summary>
    [NotPersonal("Names of edges and actions.")]
    public IReadOnlyList<EdgePolicy> Edges { get; private set; } = [];

    /// <summary>How many deletions one key may request per hour. Children deleted with their parent do not count.</summary>
    public int DeletionsPerHour { get; private set; } = DefaultDeletionsPerHour;

    /// <summary>The policy of an environment that has decided nothing.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="change">Time and actor.</param>
    public static DeletionPolicy Undecided(EnvironmentScope scope, Change change) => new(scope, change);

    /// <summary>A policy that was decided, to choose by. It has no environment, and is not there to be saved.</summary>
    /// <param name="edges">What was decided, edge by edge.</param>
    /// <param name="deletionsPerHour">The limit.</param>
    public static DeletionPolicy Decided(IReadOnlyList<EdgePolicy> edges, int deletionsPerHour) => new() { Edges = edges, DeletionsPerHour = deletionsPerHour };

    /// <summary>The policy of one edge.</summary>
    /// <param name="known">The edge's actions.</param>
    public EdgePolicy For(EdgeActions known) =>
        Edges.FirstOrDefault(edge => edge.Edge == known.Edge) ?? EdgePolicy.ProductDefault(known);

    /// <summary>Replaces the decisions for the named edges; the others stay.</summary>
    /// <param name="decided">What is decided.</param>
    /// <param name="known">Every edge with its actions.</param>
    /// <param name="change">Time and actor.</param>
    /// <param name="deletionsPerHour">The new <see cref="DeletionsPerHour"/>; null to leave it.</param>
    /// <returns>Null, or why nothing was decided: an unknown edge or action.</returns>
    public Error? Decide(IReadOnlyCollection<EdgePolicy> decided, IReadOnlyCollection<EdgeActions> known, Change change, int? deletionsPerHour = null)
    {
        foreach (var (index, policy) in decided.Index())
        {
            var actions = known.FirstOrDefault(edge => edge.Edge == policy.Edge);
            if (actions is null)
            {
                return CascadeErrors.UnknownEdge($"edges[{index}].edge", policy.Edge, [.. known.Select(edge => edge.Edge)]);
            }

            if (!actions.Actions.Contains(policy.Default, StringComparer.Ordinal))
            {
                return CascadeErrors.UnknownAction($"edges[{index}].default", policy.Edge, policy.Default, actions.Actions);
            }

            if (policy.AllowedOverrides.FirstOrDefault(action => !actions.Actions.Contains(action, StringComparer.Ordinal)) is { } unknown)
            {
                return CascadeErrors.UnknownAction($"edges[{index}].allowed_overrides", policy.Edge, unknown, actions.Actions);
            }
        }

        DeletionsPerHour = deletionsPerHour ?? DeletionsPerHour;
        Edges = [.. Edges.Where(old => decided.All(policy => policy.Edge != old.Edge)), .. decided];
        Touch(change);
        Raise(new DeletionPolicyDecided(EnvironmentId, DeletionsPerHour, change.At));
        return null;
    }

    /// <summary>Chooses the action of an edge.</summary>
    /// <param name="known">The edge's actions.</param>
    /// <param name="requested">What the request chose, null for nothing.</param>
    /// <returns>The action, or why the request may not choose it.</returns>
    public Result<ChosenAction> Choose(EdgeActions known, string? requested)
    {
        var policy = For(known);
        if (requested is null)
        {
            var decided = Edges.Any(edge => edge.Edge == known.Edge);
            return new ChosenAction(known.Edge, policy.Default, decided ? ActionSource.Environment : ActionSource.Product);
        }

        if (!known.Actions.Contains(requested, StringComparer.Ordinal))
        {
            return CascadeErrors.UnknownAction(known.Edge, known.Edge, requested, [.. known.Actions.Where(policy.Allows)]);
        }

        return policy.Allows(requested)
            ? new ChosenAction(known.Edge, requested, ActionSource.Request)
            : CascadeErrors.ActionNotAllowed(known.Edge, requested, [.. known.Actions.Where(policy.Allows)]);
    }
}
