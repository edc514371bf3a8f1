using System.Text.RegularExpressions;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>A statement by which an edge carries out an action of a deletion.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Action">The action.</param>
/// <param name="Name">The statement's name in the registry.</param>
/// <param name="Sql">Its text.</param>
internal sealed partial record EdgeStatement(string Edge, string Action, string Name, string Sql)
{
    /// <summary>The table from which it deletes, or null.</summary>
    public string? DeletesFrom => Delete().Match(Sql) is { Success: true } match ? match.Groups["table"].Value : null;

    /// <summary>The table that it updates, or null.</summary>
    public string? Updates => Update().Match(Sql) is { Success: true } match ? match.Groups["table"].Value : null;

    public bool Names(string column) => Regex.IsMatch(Sql, $@"\b{Regex.Escape(column)}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    // SQL Server writes in batches, and names the table without FROM. The rest is no table: an upsert, a lock.
    [GeneratedRegex(@"\bDELETE (TOP \([^)]*\) )?(FROM )?(?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Delete();

    [GeneratedRegex(@"\bUPDATE (TOP \([^)]*\) )?(?!SET\b|OF\b)(?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Update();
}
