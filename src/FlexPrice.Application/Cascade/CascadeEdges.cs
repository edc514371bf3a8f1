using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Cascade;

/// <summary>All edges, in the order of the cascade.</summary>
public sealed class CascadeEdges
{
    /// <summary>Puts the edges in order; throws when one has no place in it.</summary>
    public CascadeEdges(IEnumerable<ICascadeEdge> edges, IReadOnlyList<string> order)
    {
        var byName = edges.ToDictionary(edge => edge.Name, StringComparer.Ordinal);
        InOrder = [.. order.Select(name => byName[name])];
        if (InOrder.Count != byName.Count)
        {
            throw new InvalidOperationException($"No place in the cascade: {string.Join(", ", byName.Keys.Except(order, StringComparer.Ordinal))}.");
        }
    }

    /// <summary>The edge with a name.</summary>
    public ICascadeEdge this[string name] => InOrder.First(edge => edge.Name == name);

    /// <summary>The edges.</summary>
    public IReadOnlyList<ICascadeEdge> InOrder { get; }

    /// <summary>The actions of the edges that an intent touches.</summary>
    public IReadOnlyList<EdgeActions> ActionsFor(CascadeIntent intent) =>
        [.. InOrder.Select(edge => edge.ActionsFor(intent)).Where(actions => actions.Actions.Count > 0)];

    /// <summary>All parameters that the edges understand.</summary>
    public IReadOnlyList<string> QueryParameters => [.. InOrder.SelectMany(edge => edge.Parameters.Prepend(edge.Name))];
}
