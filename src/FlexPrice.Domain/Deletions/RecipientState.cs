namespace FlexPrice.Domain.Deletions;

/// <summary>How far a recipient has come.</summary>
public enum RecipientState
{
    /// <summary>Open, and there is no live connection over which it could be told.</summary>
    Unreachable,

    /// <summary>Open.</summary>
    Pending,

    /// <summary>It has done what it was asked to do.</summary>
    Confirmed,

    /// <summary>It did not know the customer any more.</summary>
    AlreadyGone,

    /// <summary>A person decided that it need not be told, and why.</summary>
    Waived,
}
