using System.Text.RegularExpressions;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>What it means to the operator when a migration finds a table, index or sequence that it was about to make.</summary>
internal static partial class ForeignTable
{
    /// <summary>The failure in the operator's terms.</summary>
    /// <param name="database">What the operator calls the database.</param>
    /// <param name="message">The database's message, which quotes the name. Nothing else of it is repeated.</param>
    /// <param name="moveAway">How an operator starts with an empty database.</param>
    public static string Of(string database, string message, string moveAway)
    {
        var name = QuotedName().Match(message).Groups["name"].Value;
        return $"ConnectionStrings__FlexPrice names {database}, in which there is {(name.Length == 0 ? "a table" : $"a table or index '{name}'")} that this program did not make: {moveAway}, or remove what is in the way.";
    }

    [GeneratedRegex("""(table|index) ["'`]?(?<name>\w{1,64})["'`]? already exists|["'](?<name>\w{1,64})["']""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedName();
}
