using FlexPrice.Application.Deletions.DecideDeletionPolicy;

namespace FlexPrice.Api.Deletions;

/// <summary>What an environment decides; edges that are not named stay as they are.</summary>
internal sealed record DeletionPolicyRequest
{
    public IReadOnlyList<EdgePolicyRequest>? Edges { get; init; }

    public DecideDeletionPolicyCommand ToCommand() => new([.. (Edges ?? []).Select(edge => edge.ToPolicy())]);
}
