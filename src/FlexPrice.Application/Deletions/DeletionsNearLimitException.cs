namespace FlexPrice.Application.Deletions;

/// <summary>Deletions that are open at the same time could exceed the limit together. Nothing was changed; another try asks alone.</summary>
public sealed class DeletionsNearLimitException : Exception
{
    /// <summary>Says so.</summary>
    public DeletionsNearLimitException()
        : base("The deletions that one lineage of keys may ask for are almost used up.")
    {
    }
}
