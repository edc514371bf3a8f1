using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>How the product is called is known to the Api alone.</summary>
internal static partial class HttpRules
{
    private const string JsonNamespace = "System.Text.Json";

    /// <summary>The headers that the Api reads and writes: its constants, and those of the framework that its sources name.</summary>
    public static IReadOnlyList<string> HeadersOf(IEnumerable<Type> api, IEnumerable<SourceFile> sources)
    {
        var own = api.SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsLiteral: true, Name: var name } && (name.EndsWith("Header", StringComparison.Ordinal) || name == "HeaderName"))
            .Select(field => (string)field.GetRawConstantValue()!);
        var named = sources.SelectMany(source => NamedHeader().Matches(source.Text))
            .Select(match => typeof(HeaderNames).GetField(match.Groups["name"].Value)?.GetValue(null))
            .OfType<string>();
        return [.. own.Concat(named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>No route, header, protocol or JSON object, in code, texts or comments. Hints mention operations and parts of a call instead.</summary>
    public static Findings SayNothingOfHttp(IEnumerable<SourceFile> sources, IEnumerable<string> headers)
    {
        var header = new Regex(string.Join('|', headers.Select(PatternOf)), RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return Findings.Over(
            sources,
            source => Protocol().Matches(source.Text).Concat(header.Matches(source.Text))
                .Select(match => $"{source.Path} says {match.Value.Trim()}: mention an Operation or a CallPart in a Hint, and let the Api render it."));
    }

    /// <summary>JSON is read and written by the Api and in storage. Each exemption handles data that are JSON by nature.</summary>
    public static Findings HandleNoJson(IEnumerable<SourceFile> sources, IReadOnlyList<Exemption> exemptions)
    {
        var all = sources.ToList();
        var users = all.Where(source => source.Text.Contains(JsonNamespace, StringComparison.Ordinal)).Select(source => source.Path).ToHashSet(StringComparer.Ordinal);
        return Findings.Over(
            all.Select(source => source.Path).Concat(exemptions.Select(exemption => exemption.Of)).Distinct(StringComparer.Ordinal),
            path => (users.Contains(path), exemptions.Any(exemption => exemption.Of == path)) switch
            {
                (true, false) => $"{path} uses {JsonNamespace}: leave it to the Api or Infrastructure.",
                (false, true) => $"{path} uses no {JsonNamespace} any more: remove its exemption.",
                _ => null,
            });
    }

    // A header of one word is also an English word: it counts only in the form of a header.
    private static string PatternOf(string header) => header.Contains('-', StringComparison.Ordinal)
        ? $@"\b{Regex.Escape(header)}\b"
        : $@"\b{Regex.Escape(header)}:\s|[""'>]{Regex.Escape(header)}[""'<]";

    [GeneratedRegex(@"\bHeader(?:Name)?s\.(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedHeader();

    [GeneratedRegex("""/v1\b\S*|\bHTTP\b|\{+\\?"+\w+\\?"+\s*:""", RegexOptions.ExplicitCapture)]
    private static partial Regex Protocol();
}
