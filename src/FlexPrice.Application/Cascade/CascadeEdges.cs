using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Cascade;

/// <summary>All edges, in the order of the cascade.</summary>
public sealed class CascadeEdges
{
    /// <summary>Sorts the edges; throws when an edge has no position, or a position no edge.</summary>
    public CascadeEdges(IEnumerable<ICascadeEdge> edges, IReadOnlyList<string> order)
    {
        var byName = edges.ToDictionary(edge => edge.Name, StringComparer.Ordinal);
        Refuse("These edges have no place in CascadeOrder.cs", byName.Keys.Except(order, StringComparer.Ordinal));
        Refuse("CascadeOrder.cs names edges that are none", order.Except(byName.Keys, StringComparer.Ordinal));
        InOrder = [.. order.Select(name => byName[name])];
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

    private static void Refuse(string fault, IEnumerable<string> names)
    {
        if (string.Join(", ", names) is { Length: > 0 } faulty)
        {
            throw new InvalidOperationException($"{fault}: {faulty}.");
        }
    }
}
