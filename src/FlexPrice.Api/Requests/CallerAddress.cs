using System.Net;
using System.Net.Sockets;

namespace FlexPrice.Api.Requests;

/// <summary>Where a request comes from, as far as one caller is told from another: an address, or for IPv6 the /64 network of which a caller has all addresses. It stays in memory.</summary>
internal static class CallerAddress
{
    private const int NetworkBytes = 8;
    private const int AddressBytes = 16;

    /// <summary>A name for the address; empty where there is none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        Span<byte> bytes = stackalloc byte[AddressBytes];
        _ = address.TryWriteBytes(bytes, out _);
        return Convert.ToHexString(bytes[..NetworkBytes]);
    }
}
