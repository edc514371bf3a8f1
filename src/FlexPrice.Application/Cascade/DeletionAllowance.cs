namespace FlexPrice.Application.Cascade;

/// <summary>The allowance that a deletion counts against, and how concurrent deletions of the same lineage are ordered.</summary>
/// <param name="LineageId">The lineage of keys whose deletions are counted together.</param>
/// <param name="Since">From when on deletions count, UTC.</param>
/// <param name="IsAlone">
/// Whether no other deletion of the lineage is in progress. Otherwise at most <see cref="Places"/> are, and the count may lag by as many.
/// </param>
public sealed record DeletionAllowance(string LineageId, DateTimeOffset Since, bool IsAlone)
{
    /// <summary>How many deletions of one lineage are open at once; more wait.</summary>
    public const int Places = 32;
}
