using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlexPrice.Architecture.Tests;

/// <summary>Classes need few others, and each folder of Infrastructure registers what is in it.</summary>
public sealed class CompositionTests
{
    private const int MostParameters = 7;

    [Fact]
    public void Constructor_WhenItIsAServices_HasFewParameters() => TooLarge(Product.Types).ShouldBeEmpty($"take a collaborator with a name of its own in place of some of the more than {MostParameters} parameters");

    [Fact]
    public void Constructor_WhenItHasTooMany_IsFound() => TooLarge([typeof(Greedy), typeof(Data)]).ShouldBe([$"{nameof(Greedy)} (8)"]);

    [Fact]
    public void Composition_WhenItIsRead_IsAListOfFolders()
    {
        var source = Product.Sources.Single(source => source.Path == "FlexPrice.Infrastructure/DependencyInjection.cs");
        source.Text.ShouldNotContain("services.AddScoped", Case.Sensitive, "register it in the folder's own Setup");
        source.Text.ShouldNotContain("services.AddSingleton", Case.Sensitive, "register it in the folder's own Setup");
        var setups = Product.Types.Where(type => type.Namespace?.StartsWith("FlexPrice.Infrastructure.", StringComparison.Ordinal) == true && type.Name.EndsWith("Setup", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.IsPublic && method.IsDefined(typeof(ExtensionAttribute)) && method.GetParameters() is not [_, { Name: "interval" }, ..])
            .Select(method => method.Name).ToList();
        setups.Count.ShouldBeGreaterThan(10);
        setups.Where(name => !source.Text.Contains($".{name}(", StringComparison.Ordinal)).ShouldBe(Nested, ignoreOrder: true);
    }

    // Called by the setup of the folder around them.
    private static readonly string[] Nested = [];

    // Values that are made with all they hold are no services.
    private static IEnumerable<string> TooLarge(IEnumerable<Type> types) => types
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is null && !typeof(Exception).IsAssignableFrom(type))
        .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).Select(constructor => (type.Name, Count: constructor.GetParameters().Length)))
        .Where(constructor => constructor.Count > MostParameters)
        .Select(constructor => $"{constructor.Name} ({constructor.Count})");

    private sealed class Greedy
    {
        public Greedy(int one, int two, int three, int four, int five, int six, int seven, int eight) => _ = (one, two, three, four, five, six, seven, eight);
    }

    private sealed record Data(int One, int Two, int Three, int Four, int Five, int Six, int Seven, int Eight);
}
