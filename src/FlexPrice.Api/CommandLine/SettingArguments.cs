using System.Text.RegularExpressions;

namespace FlexPrice.Api.CommandLine;

/// <summary>Settings at the command line: <c>--Database:Provider=PostgreSql</c>. Whatever else begins with two hyphens is an option of a verb.</summary>
/// <param name="Settings">What ASP.NET is given.</param>
/// <param name="Others">What the verbs are given.</param>
internal sealed partial record SettingArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Others)
{
    // Sections and names that the framework reads. The last ones are host settings.
    private static readonly string[] OfTheFramework = ["Logging", "Kestrel", "AllowedHosts", "http_ports", "https_ports", "urls", "environment", "contentRoot", "applicationName"];

    /// <summary>Takes the settings out of the arguments.</summary>
    /// <param name="arguments">Of the program.</param>
    /// <param name="known">The names of our settings, with colons.</param>
    public static SettingArguments Of(IReadOnlyList<string> arguments, IReadOnlyList<string> known)
    {
        var bySort = arguments.ToLookup(argument => IsSetting(argument, known));
        return new SettingArguments([.. bySort[true]], [.. bySort[false]]);
    }

    private static bool IsSetting(string argument, IReadOnlyList<string> known) =>
        Assignment().Match(argument) is { Success: true } match && match.Groups["name"].Value is var name
        && (known.Any(setting => IsSettingOrSection(name, setting)) || OfTheFramework.Any(setting => IsSettingOrSection(setting, name)));

    // A section has no value of its own, but a host that receives its settings one by one names it too.
    private static bool IsSettingOrSection(string section, string name) =>
        name.StartsWith(section, StringComparison.OrdinalIgnoreCase) && (name.Length == section.Length || name[section.Length] == ':');

    [GeneratedRegex("^--(?<name>[A-Za-z][A-Za-z0-9_:.]*)=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
