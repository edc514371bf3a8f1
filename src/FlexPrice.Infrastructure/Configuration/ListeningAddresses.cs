using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Where the server is going to listen, as the operator wrote it.</summary>
internal static class ListeningAddresses
{
    /// <summary>Checks the addresses that the web server would refuse with a stack trace.</summary>
    public static void Check(SettingReader reader)
    {
        foreach (var endpoint in reader.Section("Kestrel:Endpoints").GetChildren())
        {
            CheckAddress(reader, $"Kestrel__Endpoints__{endpoint.Key}__Url", endpoint["Url"] ?? "");
        }

        foreach (var url in Parts(reader.Text("urls")))
        {
            CheckAddress(reader, "ASPNETCORE_URLS", url);
        }

        foreach (var setting in new[] { "http_ports", "https_ports" })
        {
            if (!Parts(reader.Text(setting)).All(IsPort))
            {
                reader.Refuse($"ASPNETCORE_{setting.ToUpperInvariant()} must be numbers of ports, separated by semicolons.");
            }
        }
    }

    /// <summary>
    /// Whether the server can be reached from this machine only. Kestrel takes endpoints before addresses and addresses before ports; every endpoint and
    /// address must be of the loopback here, whichever wins, and ports alone are open to the world.
    /// </summary>
    public static bool AreLoopback(SettingReader reader)
    {
        var endpoints = reader.Section("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "").ToList();
        var urls = Parts(reader.Text("urls"));
        var hasPortsOnly = endpoints.Count == 0 && urls.Length == 0 && (reader.Text("http_ports") ?? reader.Text("https_ports")) is not null;
        return !hasPortsOnly && endpoints.Concat(urls).All(url => IsAddress(url) && IsLoopback(BindingAddress.Parse(url).Host));
    }

    // As Kestrel sees it: any other name than localhost means every address of the machine.
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static void CheckAddress(SettingReader reader, string setting, string url)
    {
        if (!IsAddress(url))
        {
            reader.Refuse($"{setting} must be http or https addresses with host and port, for example: http://localhost:8080");
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme.ToLowerInvariant() is "http" or "https" && address.PathBase.Length == 0 && address.Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string[] Parts(string? text) => (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
