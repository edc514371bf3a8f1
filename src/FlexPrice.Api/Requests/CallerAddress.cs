using System.Net;
using System.Net.Sockets;

namespace FlexPrice.Api.Requests;

/// <summary>The caller's address as far as callers can be told apart: an IPv4 address, or for IPv6 the /64 network, because a caller has all of its addresses. It stays in memory.</summary>
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
