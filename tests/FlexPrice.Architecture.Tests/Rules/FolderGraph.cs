using System.Text.RegularExpressions;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>Which folders of a project name types of which others. Read from the sources: constants and <c>nameof</c> leave no trace in an assembly.</summary>
internal sealed partial class FolderGraph
{
    private readonly List<FolderUse> _uses;

    private FolderGraph(List<FolderUse> uses) => _uses = uses;

    /// <summary>Every type of another folder that a source names.</summary>
    public IReadOnlyList<FolderUse> Uses => _uses;

    /// <summary>Reads the sources of a project.</summary>
    /// <param name="project">The namespace of the project.</param>
    /// <param name="sources">Its sources.</param>
    /// <param name="types">The types that it declares.</param>
    public static FolderGraph Of(string project, IEnumerable<SourceFile> sources, IEnumerable<Type> types)
    {
        var declared = types
            .Where(type => !type.IsNested && type.Namespace is { } space && space.StartsWith($"{project}.", StringComparison.Ordinal))
            .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);
        return new FolderGraph([.. sources.SelectMany(source => UsesOf(source, project, declared))]);
    }

    /// <summary>The folders that reach each other, each circle in alphabetical order.</summary>
    public IReadOnlyList<string> Circles()
    {
        var next = _uses.ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
        var reached = _uses.Select(use => use.From).Distinct(StringComparer.Ordinal).ToDictionary(folder => folder, folder => Reachable(folder, next), StringComparer.Ordinal);
        return
        [
            .. reached.Keys
                .Where(folder => reached[folder].Contains(folder))
                .Select(folder => string.Join(' ', reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reachable(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(next[start]);
        while (waiting.TryDequeue(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var further in next[folder])
                {
                    waiting.Enqueue(further);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<FolderUse> UsesOf(SourceFile source, string project, ILookup<string, Type> declared)
    {
        var code = Comments().Replace(source.Text, "");
        if (Space().Match(code) is not { Success: true } space || FolderOf(space.Groups["name"].Value, project) is not { } start)
        {
            return [];
        }

        var visible = Usings().Matches(code).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return
            from word in Words().Matches(code).Select(match => match.Value).Distinct(StringComparer.Ordinal)
            from type in declared[word]
            where visible.Contains(type.Namespace!) || IsWithin(space.Groups["name"].Value, type.Namespace!)
            let to = FolderOf(type.Namespace!, project)
            where to is not null && to != start
            select new FolderUse(start, to, source.Path, type);
    }

    private static string? FolderOf(string space, string project) =>
        space.StartsWith($"{project}.", StringComparison.Ordinal) ? space[(project.Length + 1)..].Split('.')[0] : null;

    private static bool IsWithin(string space, string outer) => space == outer || space.StartsWith($"{outer}.", StringComparison.Ordinal);

    [GeneratedRegex("//.*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"^(global )?using (?<name>[\w.]+);", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usings();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
