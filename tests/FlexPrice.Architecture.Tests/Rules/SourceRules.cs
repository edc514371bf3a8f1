using System.Text.RegularExpressions;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>How the sources are laid out.</summary>
internal static partial class SourceRules
{
    public const int MaximumLines = 250;

    /// <summary>The nouns that every project divides itself by.</summary>
    public static readonly IReadOnlyList<string> Features =
        ["Cascade", "Customers", "Subscriptions", "Invoices", "Usage", "Wallets", "Workflows", "Integrations", "Deletions", "Retention", "AuditLog", "Webhooks", "Broker", "Access"];

    /// <summary>What the features of a layer share.</summary>
    private static readonly Dictionary<string, string[]> Shared = new(StringComparer.Ordinal)
    {
        ["Domain"] = ["Primitives"],
        ["Application"] = ["Abstractions", "Announcements", "Pipeline", "Telemetry", "Sample"],
        ["Infrastructure"] = ["Persistence", "Sql", "Transactions", "Keys", "Clock", "Scheduling", "Initialization", "Outbox", "Processes", "Idempotency", "Configuration", "Diagnostics", "Sample"],
        ["Api"] = ["CommandLine", "Documentation", "Errors", "Requests", "Telemetry", "Wire"],
    };

    public static Findings ResideInAgreedFolders(IEnumerable<SourceFile> sources) => Findings.Over(
        sources.Where(source => source.Feature is not null),
        source => Features.Concat(Shared[source.Layer]).Contains(source.Feature!) ? null : $"{source.Path} resides in no feature that was agreed on: move it, or agree on the folder and add it to Features in tests/FlexPrice.Architecture.Tests/Rules/SourceRules.cs{Guide.Edge("Agree on the folder")}.");

    public static Findings HaveTheNamespaceOfTheirFolder(IEnumerable<SourceFile> sources) => Findings.Over(
        sources.Where(source => source.Feature is not null && Namespace().IsMatch(source.Text)),
        source => (Namespace().Match(source.Text).Groups["name"].Value + ".").StartsWith($"FlexPrice.{source.Layer}.{source.Feature}.", StringComparison.Ordinal)
            ? null
            : $"{source.Path} declares {Namespace().Match(source.Text).Value} The namespace is that of the folder: move the file or mend the line.");

    public static Findings DeclareOnePublicType(IEnumerable<SourceFile> sources) => Findings.Over(
        sources,
        source =>
        {
            var names = PublicType().Matches(source.Text).Select(match => match.Groups["name"].Value).ToList();
            return names.Count > 1 ? $"{source.Path} declares {string.Join(", ", names)}: one public type a file, so move the others into files of their names."
                : names.Count == 1 && names[0] != source.Name ? $"{source.Path} declares {names[0]}: name the file {names[0]}.cs."
                : null;
        });

    public static Findings AreShort(IEnumerable<SourceFile> sources) => Findings.Over(
        sources,
        source => source.Text.AsSpan().Count('\n') is var lines && lines < MaximumLines ? null : $"{source.Path} has {lines} lines, {MaximumLines} are too many: divide it by what its parts do.");

    /// <summary>An enum's members determine their names; a switch or a dictionary of names would repeat them.</summary>
    public static Findings NameNoMemberAgain(IEnumerable<SourceFile> sources, IEnumerable<Type> enums)
    {
        var members = enums.SelectMany(type => Enum.GetNames(type).Select(member => (type.Name, member))).ToHashSet();
        return Findings.Over(
            sources,
            source => NameOfMember().Matches(source.Text)
                .Where(match => members.Contains((match.Groups["enum"].Value, match.Groups["member"].Value))
                    && string.Equals(match.Groups["name"].Value.Replace("_", "", StringComparison.Ordinal), match.Groups["member"].Value, StringComparison.OrdinalIgnoreCase))
                .Select(match => $"{source.Path} says {match.Value.Trim()}: use WireName or StoredName, and [EnumNames] or [WireName] at the enum."));
    }

    /// <summary>What a template or its author left open is not merged.</summary>
    public static Findings AreFinished(IEnumerable<SourceFile> sources) => Findings.Over(
        sources,
        source => ToDo().Matches(source.Text).Select(match => $"{source.Path} says {match.Value.Trim()}: do it, or say what the type is for{Guide.Command("Summary")}."));

    /// <summary>A setting that is not read through the reader is not checked, and is missing in every list of settings.</summary>
    public static Findings ReadSettingsInOnePlace(IEnumerable<SourceFile> sources, IReadOnlyCollection<Exemption> exemptions)
    {
        var all = sources.ToList();
        return new Findings(all.Count, ModelRules.Exempt(
            all.Where(source => ReadsSetting().IsMatch(source.Text)).Select(source => source.Path),
            exemptions,
            " reads a setting by itself: read it through SettingReader in src/FlexPrice.Infrastructure/Configuration, and give it a row in README.md."));
    }

    // What is set is not read.
    [GeneratedRegex(@"\b[cC]onfiguration(\[[^\]]*\](?! = )|\.(GetValue|GetSection|GetConnectionString|Bind|Get)\b)|\bGetEnvironmentVariables?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadsSetting();

    [GeneratedRegex(@"^.*\bTODO\b.*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ToDo();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("""(?<enum>\w+)\.(?<member>\w+) => "(?<name>\w+)"|"(?<name>\w+)"(?:\] =| =>|,) (?<enum>\w+)\.(?<member>\w+)""")]
    private static partial Regex NameOfMember();

    // Namespaces are file-scoped, so what begins in the first column is no nested type.
    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
