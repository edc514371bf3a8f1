using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>The XML docs of the product's members: the compiler writes them into a file next to the assembly.</summary>
internal static partial class XmlSummary
{
    /// <summary>The summary of a member.</summary>
    /// <param name="member">Its name as the compiler writes it, for example <c>T:FlexPrice.Domain.Customers.Customer</c>.</param>
    /// <param name="assembly">Where it is.</param>
    public static string Of(string member, Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        var summary = XDocument.Load(file).Descendants("member").FirstOrDefault(element => element.Attribute("name")?.Value == member)?.Element("summary")
            ?? throw new InvalidOperationException($"{member} says nothing about itself.");
        return Whitespace().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim();
    }

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(see.Attribute("cref")!.Value.Split('.')[^1])}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
