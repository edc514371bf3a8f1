namespace FlexPrice.Application.Deletions.GetDeletionPolicy;

/// <summary>What an environment decided about deletions.</summary>
/// <param name="DeletionsPerHour">How many deletions one key may request per hour.</param>
/// <param name="Edges">The effective policy of every edge, in the order of the cascade.</param>
public sealed record DeletionPolicyView(int DeletionsPerHour, IReadOnlyList<EdgePolicyView> Edges);
