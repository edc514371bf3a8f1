namespace FlexPrice.Domain.Cascade;

/// <summary>What an environment decided for one edge.</summary>
/// <param name="Edge">The edge's name.</param>
/// <param name="Default">The action when a request chooses none.</param>
/// <param name="AllowedOverrides">The actions that a request may choose. The default is always allowed.</param>
public sealed record EdgePolicy(string Edge, string Default, IReadOnlyList<string> AllowedOverrides)
{
    /// <summary>The product's policy: its own default, and every action may be chosen.</summary>
    /// <param name="known">The edge's actions.</param>
    public static EdgePolicy ProductDefault(EdgeActions known) => new(known.Edge, known.Default, known.Actions);

    /// <summary>Whether a request may choose the action.</summary>
    /// <param name="action">The action.</param>
    public bool Allows(string action) => action == Default || AllowedOverrides.Contains(action, StringComparer.Ordinal);
}
