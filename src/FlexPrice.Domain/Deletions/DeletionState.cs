namespace FlexPrice.Domain.Deletions;

/// <summary>How far the work after the commit has come.</summary>
public enum DeletionState
{
    /// <summary>Data that is erased in batches is still there, or traces of what was erased are in the storage's files. It comes back for a moment whenever a recipient is closed, since what was sealed for it is erased then.</summary>
    Cleaning,

    /// <summary>Cleaned and scrubbed; a recipient is open, or the announcement is pending.</summary>
    Telling,

    /// <summary>The stores are searched for leftovers.</summary>
    Verifying,

    /// <summary>Everything is done and was verified.</summary>
    Completed,

    /// <summary>The search found leftovers; it is repeated until it finds none.</summary>
    FailedVerification,
}
