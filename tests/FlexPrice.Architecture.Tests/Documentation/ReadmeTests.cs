using System.Text.RegularExpressions;
using FlexPrice.Application;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>Compares the README's table of edges with the program. Its settings are compared where settings are read, its session where the program runs.</summary>
public sealed partial class ReadmeTests
{
    private const string Head = "| edge and query parameter |";

    private static readonly ICascadeEdge[] Edges =
    [
        .. Product.Types.Where(type => type.IsConcrete() && type.IsAssignableTo(typeof(ICascadeEdge))).Select(type => (ICascadeEdge)Activator.CreateInstance(type)!)
            .OrderBy(edge => CascadeOrder.Edges.ToList().IndexOf(edge.Name)),
    ];

    [Fact]
    public void Readme_WhenThereAreEdges_HasARowForEachWithItsActions() =>
        RowsOf(File.ReadAllLines(Path.Combine(Product.Root, "README.md"))).ShouldBe(
            Edges.Select(edge => $"{edge.Name}: {string.Join(", ", edge.ActionsFor(CascadeIntent.Delete).Actions)}"),
            "The table \"What can be chosen\" of README.md has a row for every edge, in the order of src/FlexPrice.Application/CascadeOrder.cs, with its actions on deletion, default first (docs/guides/add-an-edge.md, Documents).");

    [Fact]
    public void Rows_WhenTheyAreRead_HoldEdgeAndActions() => RowsOf(
        [
            Head, "|---|---|", "| `wallets` | `block`, `forfeit` (what is left, `0` too, is lost) |", "| `children` | `block`, `reparent` with `parent=cust_…` |", "", "| `other` | `x` |",
        ]).ShouldBe(["wallets: block, forfeit", "children: block, reparent"]);

    private static IEnumerable<string> RowsOf(IEnumerable<string> lines) =>
        lines.SkipWhile(line => !line.StartsWith(Head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[1].Trim('`')}: {string.Join(", ", ActionsOf(cells[2]))}");

    // Text in brackets describes an action; text after a semicolon or "with" belongs to none.
    private static IEnumerable<string> ActionsOf(string cell) =>
        Bracketed().Replace(cell, "").Split([";", " with "], StringSplitOptions.None)[0].Split('`').Where((_, place) => place % 2 == 1);

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Bracketed();
}
