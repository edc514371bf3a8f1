namespace FlexPrice.Infrastructure.Sql;

/// <summary>Lets writers of this process into the database, all at once or one by one as the database can take them.</summary>
internal interface IWriterGate
{
    /// <summary>Waits for the turn, for somebody who waits for an answer.</summary>
    /// <returns>What gives the turn back, or null when it did not come in time.</returns>
    Task<IDisposable?> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the turn as long as it takes, where nobody waits and giving up would lose something.</summary>
    /// <returns>What gives the turn back.</returns>
    Task<IDisposable> EnterWithoutTimeoutAsync(CancellationToken cancellationToken);
}
