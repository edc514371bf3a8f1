using System.Net;
using System.Net.Sockets;

namespace FlexPrice.Testing.Processes;

/// <summary>A free port of the loopback interface.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
