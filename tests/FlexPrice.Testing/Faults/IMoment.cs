namespace FlexPrice.Testing.Faults;

/// <summary>Where a deletion is kept while a fault happens. Disposing lets it go.</summary>
internal interface IMoment : IAsyncDisposable
{
    /// <summary>Holds every process that reaches this step from now on.</summary>
    Task HoldAsync();

    /// <summary>Whether one is kept.</summary>
    Task<bool> IsReachedAsync();
}
