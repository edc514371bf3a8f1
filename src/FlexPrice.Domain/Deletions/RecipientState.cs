namespace FlexPrice.Domain.Deletions;

/// <summary>How far a recipient has come.</summary>
public enum RecipientState
{
    /// <summary>Open, without a connection over which it could be notified.</summary>
    Unreachable,

    /// <summary>Open.</summary>
    Pending,

    /// <summary>It has taken its action.</summary>
    Confirmed,

    /// <summary>It did not know the customer any more.</summary>
    AlreadyGone,

    /// <summary>A person waived it, with a reason.</summary>
    Waived,
}
