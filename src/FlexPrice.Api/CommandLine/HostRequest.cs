namespace FlexPrice.Api.CommandLine;

/// <summary>What kind of program is to be built.</summary>
/// <param name="Arguments">Settings that were given at the command line, as ASP.NET takes them.</param>
internal sealed record HostRequest(string[] Arguments)
{
    /// <summary>Whether it serves. Other verbs use standard output for their result only.</summary>
    public bool Serves { get; init; }

    /// <summary>Whether it migrates, regardless of the setting for starts.</summary>
    public bool Migrates { get; init; }
}
