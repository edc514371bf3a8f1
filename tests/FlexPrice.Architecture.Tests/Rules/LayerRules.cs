using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace FlexPrice.Architecture.Tests.Rules;

internal static class LayerRules
{
    /// <summary>No type uses an outer layer. Constants and <c>nameof</c> leave no trace in an assembly, see <see cref="NamesNoOther"/>.</summary>
    public static Findings UsesNone(IEnumerable<Type> types, params string[] namespaces)
    {
        var selected = types.ToList();
        var outwards = Types.InAssemblies(selected.Select(type => type.Assembly).Distinct())
            .That().HaveDependencyOnAny(namespaces)
            .GetTypes()
            .ToHashSet();
        return Findings.Over(selected, type => outwards.Contains(type) ? $"{type.FullName} uses {string.Join(" or ", namespaces)}: dependencies point inwards (docs/architecture.md). Put what it needs behind an interface of its own layer." : null);
    }

    /// <summary>No source names an outer layer, except for the given exemptions.</summary>
    public static Findings NamesNoOther(IEnumerable<SourceFile> sources, string layer, string outer, params string[] except) => Findings.Over(
        sources.Where(source => source.Layer == layer),
        source => source.Text.Contains($"FlexPrice.{outer}", StringComparison.Ordinal) && !except.Contains(source.Name) ? $"{source.Path} names FlexPrice.{outer}: dependencies point inwards (docs/architecture.md). Put what it needs behind an interface of its own layer." : null);

    /// <summary>An assembly refers to the runtime only.</summary>
    public static Findings RefersToRuntimeOnly(Assembly assembly)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Findings.Over(
            assembly.GetReferencedAssemblies(),
            name => File.Exists(Path.Combine(runtime, $"{name.Name}.dll")) ? null : $"{assembly.GetName().Name} refers to {name.Name}.");
    }

    /// <summary>A project file has no reference of its own, to packages or to projects.</summary>
    public static Findings HasNoReferences(XDocument project) => new(
        project.Descendants().Count(),
        [.. project.Descendants().Where(element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal)).Select(element => $"{element.Name.LocalName} {element.Attribute("Include")?.Value}")]);

    /// <summary>What a project's lock file resolves are analyzers, which do not reach the product.</summary>
    public static Findings LocksAnalyzersOnly(JsonDocument lockFile) => Findings.Over(
        lockFile.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()),
        package => package.Name.EndsWith("Analyzer", StringComparison.Ordinal) || package.Name.EndsWith("Analyzers", StringComparison.Ordinal) ? null : $"{package.Name} is a package.");
}
