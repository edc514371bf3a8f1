using FlexPrice.Application.Deletions.GetDeletionPolicy;

namespace FlexPrice.Api.Deletions;

/// <summary>What an environment wants done on deletion.</summary>
/// <param name="DeletionsPerHour">How many deletions one key may request per hour.</param>
/// <param name="Edges">The edges, in the order of the cascade.</param>
internal sealed record DeletionPolicyResponse(int DeletionsPerHour, IReadOnlyList<EdgePolicyResponse> Edges)
{
    public static DeletionPolicyResponse Of(DeletionPolicyView view) => new(view.DeletionsPerHour, [.. view.Edges.Select(EdgePolicyResponse.Of)]);
}
