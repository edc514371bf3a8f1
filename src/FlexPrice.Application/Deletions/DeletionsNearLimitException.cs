namespace FlexPrice.Application.Deletions;

/// <summary>Concurrent deletions could exceed the limit together. Nothing was changed; the retry runs alone.</summary>
public sealed class DeletionsNearLimitException : Exception
{
    /// <summary>Says so.</summary>
    public DeletionsNearLimitException()
        : base("The deletions that one lineage of keys may ask for are almost used up.")
    {
    }
}
