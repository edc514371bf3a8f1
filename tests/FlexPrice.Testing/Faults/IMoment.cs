namespace FlexPrice.Testing.Faults;

/// <summary>Where a deletion is kept while a fault happens. Disposing lets it go.</summary>
internal interface IMoment : IAsyncDisposable
{
    /// <summary>Keeps whoever comes here from now on.</summary>
    Task HoldAsync();

    /// <summary>Whether one is kept.</summary>
    Task<bool> IsReachedAsync();
}
