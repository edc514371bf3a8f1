using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The settings of this program: every name that is read from the configuration. There is no list, so none can be forgotten.</summary>
public static class KnownSettings
{
    private static readonly string[] OfTheFramework = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Their names with colons, for example <c>Bootstrap:ApiKey</c>. Settings of the framework are not among them.</summary>
    public static IReadOnlyList<string> Names { get; } = Read();

    /// <summary>The name of a setting as operators write it: <c>Bootstrap__ApiKey</c>.</summary>
    /// <param name="name">With colons.</param>
    public static string AsVariable(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    // What is read may depend on the database.
    private static IReadOnlyList<string> Read() =>
        [.. Enum.GetNames<DatabaseProvider>().SelectMany(ReadOn).Distinct(StringComparer.OrdinalIgnoreCase).Except(OfTheFramework, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    private static IReadOnlyCollection<string> ReadOn(string provider)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Database:Provider", (string?)provider)]).Build();
        var reader = new SettingReader(configuration, new List<string>());
        FlexPriceSettings.Read(reader, new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = Path.GetTempPath() });
        return reader.Names;
    }
}
