using System.Globalization;
using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace FlexPrice.Infrastructure.Tests.Configuration;

/// <summary>Compares the README's table of settings, and its sentence about processes that share a database, with the program.</summary>
public sealed partial class ReadmeSettingsTests
{
    private const string Remedy = "README.md, Configuration: one row for every setting that is read through SettingReader, with its default, and none for any other.";

    // For tests only, so that no page names it.
    private static readonly string[] Unnamed = ["Failpoints__Path"];

    private static readonly string[] Readme = File.ReadAllLines(Path.Combine(Root(), "README.md"));

    [Fact]
    public void Setting_WhenItIsRead_HasARow() => Read().Except(Rows().SelectMany(row => row.Names)).ShouldBeEmpty(Remedy);

    [Fact]
    public void Row_WhenItNamesASetting_NamesOneThatIsRead()
    {
        var names = Rows().SelectMany(row => row.Names).ToList();

        names.Count.ShouldBeGreaterThan(20);
        names.Except(Read()).ShouldBeEmpty(Remedy);
        names.ShouldBeUnique(Remedy);
    }

    [Fact]
    public void Default_WhenARowSaysIt_IsWhatNothingSetMeans()
    {
        var (checkedDefaults, wrong) = (0, new List<string>());
        foreach (var (name, value) in Rows().SelectMany(row => row.Defaults))
        {
            checkedDefaults++;
            if (Shown(name, value) != Shown(name, null))
            {
                wrong.Add($"{name} is not {value} when it is not set");
            }

            if (Shown(name, Another(value)) == Shown(name, null))
            {
                wrong.Add($"{name} may be {Another(value)} and nothing changes");
            }
        }

        checkedDefaults.ShouldBeGreaterThan(9);
        wrong.ShouldBeEmpty(Remedy);
    }

    [Fact]
    public void Processes_WhenTheyShareADatabase_AreToldWhatMustBeAlike()
    {
        var said = Readme.Single(line => line.StartsWith("Any number of processes may share the database. They need the same ", StringComparison.Ordinal));

        // The folder of the keys is compared by its content.
        SettingName().Matches(said.Split(". ")[1]).Select(match => match.Groups["name"].Value)
            .ShouldBe([.. AgreedSettings.Of(Settings("Keys:Path", null)).Select(setting => setting.Setting), "Keys__Path"], ignoreOrder: true, "README.md, On PostgreSQL: the settings with [MustAgree], and Keys__Path.");
    }

    private static List<string> Read() => [.. KnownSettings.Names.Select(KnownSettings.AsVariable).Except(Unnamed)];

    private static List<Row> Rows() =>
    [
        .. Readme.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|'))
            .Select(cells => new Row([.. SettingName().Matches(cells[1]).Select(match => match.Groups["name"].Value)], cells[2]))
            .Where(row => row.Names.Count > 0),
    ];

    // A record of records, so that its text has every value.
    private static string Shown(string name, string? value) => Settings(name.Replace("__", ":", StringComparison.Ordinal), value).ToString();

    private static string Another(string value) => value switch
    {
        "true" => "false",
        "all" => "api",
        "Sqlite" => "PostgreSql",
        _ => (int.Parse(value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static FlexPriceSettings Settings(string key, string? value) => FlexPriceSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, value)]).Build(),
        new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = "/root" },
        []);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FlexPrice.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+__[A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingName();

    // A number, a truth value or a name of one of ours; paths depend on the folder.
    [GeneratedRegex("`(?<value>[0-9]+|true|all|Sqlite)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DefaultValue();

    private sealed record Row(IReadOnlyList<string> Names, string Text)
    {
        /// <summary>The names at the beginning of a row.</summary>
        public IEnumerable<(string Name, string Value)> Defaults => Text.TrimStart().StartsWith('`')
            ? Names.Zip(DefaultValue().Matches(Text.Split(':', ';')[0]).Select(match => match.Groups["value"].Value))
            : [];
    }
}
