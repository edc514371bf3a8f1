namespace FlexPrice.Testing.Faults;

/// <summary>Something that happens to what the product runs on, while the product lives.</summary>
internal interface IFault
{
    string Name { get; }

    /// <summary>Waits until there is something that it can meet. Before the moment: who waits at one may keep the others from it.</summary>
    Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Has it happen, and refuses (exception) when it met nothing.</summary>
    Task StrikeAsync();

    /// <summary>Ends it, where it does not end by itself.</summary>
    Task MendAsync() => Task.CompletedTask;
}
