namespace FlexPrice.Infrastructure.Sql;

/// <summary>Lets writers of this process into the database, all at once or one by one as the database can take them.</summary>
internal interface IWriterGate
{
    /// <summary>Waits for the permit to write, with a timeout, for a caller that waits for an answer.</summary>
    /// <returns>Releases the permit; null when it was not free in time.</returns>
    Task<IDisposable?> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the permit to write without a timeout, where no caller waits and giving up would lose something.</summary>
    /// <returns>Releases the permit.</returns>
    Task<IDisposable> EnterWithoutTimeoutAsync(CancellationToken cancellationToken);
}
