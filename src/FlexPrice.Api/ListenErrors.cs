using System.Net.Sockets;

namespace FlexPrice.Api;

/// <summary>What it means to the operator when the server cannot listen.</summary>
internal static class ListenErrors
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>The failure in the operator's terms; null when it is another one.</summary>
    public static string? Of(Exception failure) => failure is SocketException || failure.Source?.StartsWith(Kestrel, StringComparison.Ordinal) == true
        ? $"The server cannot listen: {failure.Message}{System.Environment.NewLine}  - Set ASPNETCORE_URLS to an address that is free and permitted, for example http://localhost:8081, or end the process that listens there."
        : null;
}
