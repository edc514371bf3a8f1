using System.Net;
using System.Net.Sockets;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The operator's proxies.</summary>
internal static class TrustedProxiesSettings
{
    private const int BitsOfIPv4 = 32;
    private const int DotsOfIPv4 = 3;
    private const int BitsOfIPv6 = 128;

    public static TrustedProxies Read(SettingReader reader)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in (reader.Text("Proxies:Trusted") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (NetworkOf(part) is { } network)
            {
                networks.Add(network);
            }
            else
            {
                reader.Refuse($"Proxies__Trusted holds '{part}', which is no address and no network: separate several by commas, for example: 10.0.0.0/8, 192.168.1.5, fd00::/8");
            }
        }

        if (networks.Exists(network => network.PrefixLength == 0))
        {
            reader.Refuse("Proxies__Trusted must not hold every address: then each caller could say that it is another one. Name the proxies, or their network.");
        }

        return new TrustedProxies(networks);
    }

    private static IPNetwork? NetworkOf(string text)
    {
        // The framework reads 10 as 0.0.0.10.
        if (!text.Contains(':', StringComparison.Ordinal) && text.Count(character => character == '.') != DotsOfIPv4)
        {
            return null;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? BitsOfIPv4 : BitsOfIPv6);
        }

        return IPNetwork.TryParse(text, out var network) ? network : null;
    }
}
