namespace FlexPrice.Api.Deletions;

/// <summary>What an environment wants done on deletion.</summary>
/// <param name="Edges">The edges, in the order of the cascade.</param>
internal sealed record DeletionPolicyResponse(IReadOnlyList<EdgePolicyResponse> Edges);
