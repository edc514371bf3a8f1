using Microsoft.Extensions.Configuration;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>
/// Finds misspelt settings: otherwise the default would stay in force unnoticed. Variables of other programs
/// are ignored: a name counts as ours if it has one of our prefixes, or differs from one of our names in one or two letters or in its separators.
/// </summary>
public static class SettingSpelling
{
    private const string Separator = ":";
    private const int MaximumEdits = 2;

    // Others keep their own settings there.
    private const string SharedPrefix = "ConnectionStrings";

    private static readonly HashSet<string> Prefixes =
        new(KnownSettings.Names.Select(name => name.Split(Separator)[0]).Where(prefix => prefix != SharedPrefix), StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses every misspelt setting with the nearest that there is.</summary>
    internal static void Check(IConfiguration configuration, ICollection<string> errors)
    {
        foreach (var (name, _) in configuration.AsEnumerable().Where(setting => setting.Value is not null).OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            if (SuggestionFor(name) is { } meant)
            {
                errors.Add($"{KnownSettings.AsVariable(name)} is no setting: did you mean {KnownSettings.AsVariable(meant)}?");
            }
        }
    }

    /// <summary>The setting that a name was meant to be; null when it is one, or is none of ours.</summary>
    /// <param name="name">With colons.</param>
    public static string? SuggestionFor(string name)
    {
        if (KnownSettings.Names.Any(known => IsSame(known, name)))
        {
            return null;
        }

        var nearest = Nearest(name);
        return HasKnownPrefix(name) || IsSimilar(name, nearest) ? nearest : null;
    }

    /// <summary>The setting with the most similar name.</summary>
    /// <param name="name">With colons.</param>
    public static string Nearest(string name) => KnownSettings.Names.MinBy(known => EditDistance(Letters(known), Letters(name)))!;

    // Or one of its entries, where it is a list.
    private static bool IsSame(string known, string name) =>
        name.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        && (name.Length == known.Length || (name[known.Length] == ':' && name.AsSpan(known.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0));

    private static bool HasKnownPrefix(string name) => name.Split(Separator) is [var prefix, { Length: > 0 }, ..] && Prefixes.Contains(prefix);

    private static bool IsSimilar(string name, string known)
    {
        var slips = EditDistance(Letters(known), Letters(name));

        // Other programs use capitals with single underscores: such a name must have all our letters.
        return slips == 0 || (slips <= MaximumEdits && (name.Contains(Separator, StringComparison.Ordinal) || name.Any(char.IsLower)));
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Levenshtein's.
    private static int EditDistance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
