using FlexPrice.Application.Deletions.GetDeletionPolicy;

namespace FlexPrice.Api.Deletions;

/// <summary>The effective policy of one edge.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Default">The action when a request chooses none.</param>
/// <param name="AllowedOverrides">The actions that a request may choose.</param>
/// <param name="Actions">All actions that the edge knows.</param>
internal sealed record EdgePolicyResponse(string Edge, string Default, IReadOnlyList<string> AllowedOverrides, IReadOnlyList<string> Actions)
{
    public static EdgePolicyResponse Of(EdgePolicyView view) => new(view.Edge, view.Default, view.AllowedOverrides, view.Actions);
}
