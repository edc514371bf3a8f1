namespace FlexPrice.Application.Deletions.GetDeletionPolicy;

/// <summary>The effective policy of one edge.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Default">The action when a request chooses none.</param>
/// <param name="AllowedOverrides">The actions that a request may choose.</param>
/// <param name="Actions">All actions that the edge knows.</param>
public sealed record EdgePolicyView(string Edge, string Default, IReadOnlyList<string> AllowedOverrides, IReadOnlyList<string> Actions);
