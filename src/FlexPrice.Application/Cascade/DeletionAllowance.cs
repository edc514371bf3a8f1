namespace FlexPrice.Application.Cascade;

/// <summary>Under whose allowance a deletion is asked for, and how it stands beside others of the same lineage.</summary>
/// <param name="LineageId">The lineage of keys whose deletions are counted together.</param>
/// <param name="Since">From when on deletions count, UTC.</param>
/// <param name="IsAlone">
/// Whether no other deletion of the lineage is open meanwhile. Otherwise at most <see cref="Places"/> are, and the count may miss as many.
/// </param>
public sealed record DeletionAllowance(string LineageId, DateTimeOffset Since, bool IsAlone)
{
    /// <summary>How many deletions of one lineage are open at once; more wait.</summary>
    public const int Places = 32;
}
