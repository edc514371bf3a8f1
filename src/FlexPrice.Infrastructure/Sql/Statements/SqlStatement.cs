using System.Text.RegularExpressions;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>A statement as a database is sent it.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">The names of the parameters that it mentions, in the order of their numbers.</param>
/// <param name="IsNumbered">Whether the text refers to its parameters by number.</param>
internal sealed partial record SqlStatement(string Text, IReadOnlyList<string> Parameters, bool IsNumbered)
{
    /// <summary>A statement with named parameters.</summary>
    public static SqlStatement Named(string text) => new(text, NamesIn(text), IsNumbered: false);

    /// <summary>A statement with parameters $1, $2 and so on, so that the driver need not number them at every call.</summary>
    public static SqlStatement Numbered(string text)
    {
        var names = NamesIn(text);
        return new(Name().Replace(text, name => $"${names.IndexOf(name.Value) + 1}"), names, IsNumbered: true);
    }

    private static List<string> NamesIn(string text) => [.. Name().Matches(text).Select(name => name.Value).Distinct(StringComparer.Ordinal)];

    // What begins with two is a variable of the server.
    [GeneratedRegex("(?<!@)@[a-z_0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
