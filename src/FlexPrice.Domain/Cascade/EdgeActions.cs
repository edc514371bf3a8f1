namespace FlexPrice.Domain.Cascade;

/// <summary>The actions that an edge of the cascade knows for one intent.</summary>
/// <param name="Edge">The edge's name, for example <c>subscriptions</c>.</param>
/// <param name="Actions">The names of the actions, the product's default first; empty when the intent leaves the edge alone.</param>
public sealed record EdgeActions(string Edge, IReadOnlyList<string> Actions)
{
    /// <summary>The product's default.</summary>
    public string Default => Actions[0];
}
