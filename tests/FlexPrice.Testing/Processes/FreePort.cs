using System.Net;
using System.Net.Sockets;

namespace FlexPrice.Testing.Processes;

/// <summary>A port of the loopback interface that nobody listens at.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
