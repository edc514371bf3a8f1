using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Architecture.Tests;

/// <summary>Folders are rooms: machinery knows no feature, features know each other's contracts only, and no two rooms need each other.</summary>
public sealed class FolderTests
{
    /// <summary>The circles that there still are. The list only shrinks.</summary>
    private static readonly Dictionary<string, string[]> Circles = new(StringComparer.Ordinal)
    {
        ["Domain"] = ["Access Primitives", "Customers Deletions Wallets", "Invoices Retention"],
        ["Application"] = [],
        ["Infrastructure"] = [],
        ["Api"] = ["Documentation Errors Requests Wire"],
    };

    private static readonly string[] Machinery = ["Abstractions", "Announcements", "Cascade", "Pipeline", "Telemetry"];

    /// <summary>Internal types that other features name. The list only shrinks.</summary>
    private static readonly string[] SharedInternals =
        ["CustomerById", "CustomerReferenceValidator", "CustomersById", "DeletionById", "DeletionsById", "DeletionTelling", "DocumentOfInvoice", "RetentionPolicyOfEnvironment", "SubscriptionById"];

    // A cascade is about a customer, and its effects are recorded under the id of a deletion. Its request has a property Customer, which is no use of the aggregate.
    private static readonly Type[] KnownToTheCascade = [typeof(Customer), typeof(CustomerId), typeof(CustomerStatus), typeof(CustomerReference), typeof(DeletionId), typeof(EnvironmentId)];

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Infrastructure")]
    [InlineData("Api")]
    public void Folders_WhenTheyNeedEachOther_AreTheOnesKnown(string layer) =>
        GraphOf(layer).Circles().ShouldBe(Circles[layer], "Two folders must not need each other: move the type that both need, or let one raise an event. A circle that is gone leaves the list in FolderTests (docs/decisions/0035-the-cascade-is-a-room.md).");

    [Fact]
    public void Folders_WhenOneNeedsTheOther_AreACircleOnlyThen()
    {
        FolderGraph.Of("Rooms", [Source("Rooms.A", "Two"), Source("Rooms.B", "Three")], Rooms).Circles().ShouldBeEmpty();
        FolderGraph.Of("Rooms", [Source("Rooms.A", "Two"), Source("Rooms.B", "Three"), Source("Rooms.C", "One")], Rooms).Circles().ShouldBe(["A B C"]);
        FolderGraph.Of("Rooms", [Source("Rooms.A", "// Two"), Source("Rooms.B", "One")], Rooms).Circles().ShouldBeEmpty();
    }

    [Fact]
    public void Cascade_WhenCompiled_KnowsNoFeature()
    {
        foreach (var layer in new[] { "Domain", "Application" })
        {
            GraphOf(layer).Uses.Where(use => use.From == "Cascade" && use.To is not ("Abstractions" or "Telemetry" or "Primitives"))
                .Where(use => !KnownToTheCascade.Contains(use.Type))
                .Select(use => $"{use.Path} names {use.Type.Name}").ShouldBeEmpty("The cascade names no feature: let the edge declare what it needs (docs/decisions/0035-the-cascade-is-a-room.md).");
        }

        var features = Product.Types.Where(type => type.Namespace is { } space && space.StartsWith("FlexPrice.Domain.", StringComparison.Ordinal) && !space.Contains(".Primitives", StringComparison.Ordinal) && !space.Contains(".Cascade", StringComparison.Ordinal));
        var cascade = Product.Sources.Where(source => source.Path.StartsWith("FlexPrice.Application/Cascade/", StringComparison.Ordinal)).ToList();
        cascade.ShouldNotBeEmpty();
        FolderGraph.Of("FlexPrice", cascade, features.Except(KnownToTheCascade)).Uses.Select(use => $"{use.Path} names {use.Type.Name}").ShouldBeEmpty("The cascade names no feature: let the edge declare what it needs (docs/decisions/0035-the-cascade-is-a-room.md).");
    }

    [Fact]
    public void Feature_WhenItNeedsAnother_NamesItsContractOnly() =>
        GraphOf("Application").Uses.Where(use => !Machinery.Contains(use.To) && !use.Type.IsPublic)
            .Select(use => use.Type.Name).Distinct(StringComparer.Ordinal)
            .ShouldBe(SharedInternals, ignoreOrder: true, "A feature names public types of another, or hears its events. An internal type that is no longer shared leaves the list in FolderTests.");

    private static Type[] Rooms => [typeof(global::Rooms.A.One), typeof(global::Rooms.B.Two), typeof(global::Rooms.C.Three)];

    private static SourceFile Source(string space, string code) => new($"{space}.cs", $"using Rooms.A;\nusing Rooms.B;\nusing Rooms.C;\nnamespace {space};\n{code}");

    private static FolderGraph GraphOf(string layer)
    {
        var sources = Product.Sources.Where(source => source.Layer == layer).ToList();
        sources.ShouldNotBeEmpty();
        return FolderGraph.Of($"FlexPrice.{layer}", sources, Product.Types);
    }
}
