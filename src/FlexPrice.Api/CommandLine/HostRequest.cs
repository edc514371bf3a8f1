namespace FlexPrice.Api.CommandLine;

/// <summary>What kind of program is to be built.</summary>
/// <param name="Arguments">Settings that were given at the command line, as ASP.NET takes them.</param>
internal sealed record HostRequest(string[] Arguments)
{
    /// <summary>Whether it serves. A verb that does not keeps the output stream for what it was asked for.</summary>
    public bool Serves { get; init; }

    /// <summary>Whether it migrates, whatever the settings say about starts.</summary>
    public bool Migrates { get; init; }
}
