using FlexPrice.Application.Deletions.DecideDeletionPolicy;

namespace FlexPrice.Api.Deletions;

/// <summary>What an environment decides; what is not named stays as it is.</summary>
internal sealed record DeletionPolicyRequest
{
    public IReadOnlyList<EdgePolicyRequest>? Edges { get; init; }

    /// <summary>How many deletions one key may request per hour, 1 to 100000.</summary>
    public int? DeletionsPerHour { get; init; }

    public DecideDeletionPolicyCommand ToCommand() => new([.. (Edges ?? []).Select(edge => edge.ToPolicy())], DeletionsPerHour);
}
