using System.Text.Json;
using System.Xml.Linq;
using FlexPrice.Architecture.Tests.Samples.Layers;

namespace FlexPrice.Architecture.Tests;

public sealed class LayerTests
{
    [Fact]
    public void Domain_WhenCompiled_UsesNoOtherLayerAndNoPackage()
    {
        LayerRules.UsesNone(
            Of(Product.Domain),
            "FlexPrice.Application", "FlexPrice.Infrastructure", "FlexPrice.Api", "MediatR", "FluentValidation", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions").ShouldHold();
        LayerRules.RefersToRuntimeOnly(Product.Domain).ShouldHold();
    }

    [Fact]
    public void Domain_WhenItUsesAPackageOrALayer_IsCaught()
    {
        LayerRules.UsesNone([typeof(CustomerWithPackage)], "FluentValidation").ShouldCatch(nameof(CustomerWithPackage));
        LayerRules.UsesNone([typeof(CustomerWithInfrastructure)], "FlexPrice.Infrastructure").ShouldCatch(nameof(CustomerWithInfrastructure));
        LayerRules.RefersToRuntimeOnly(typeof(LayerTests).Assembly).Violations.ShouldContain("FlexPrice.Architecture.Tests refers to Shouldly.");
    }

    [Fact]
    public void Domain_WhenItsProjectIsRead_HasNoReferenceAndLocksAnalyzersOnly()
    {
        LayerRules.HasNoReferences(XDocument.Load(Path.Combine(Product.Root, "src/FlexPrice.Domain/FlexPrice.Domain.csproj"))).ShouldHold();
        using var lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(Product.Root, "src/FlexPrice.Domain/packages.lock.json")));
        LayerRules.LocksAnalyzersOnly(lockFile).ShouldHold();
    }

    [Fact]
    public void Domain_WhenItsProjectHasAPackage_IsCaught()
    {
        LayerRules.HasNoReferences(XDocument.Parse("""<Project><ItemGroup><PackageReference Include="MediatR" /></ItemGroup></Project>""")).ShouldCatch("PackageReference MediatR");
        using var lockFile = JsonDocument.Parse("""{"dependencies":{"net10.0":{"Meziantou.Analyzer":{},"MediatR":{}}}}""");
        LayerRules.LocksAnalyzersOnly(lockFile).ShouldCatch("MediatR");
    }

    [Fact]
    public void Application_WhenCompiled_UsesNoOuterLayer() =>
        LayerRules.UsesNone(Of(Product.Application), "FlexPrice.Infrastructure", "FlexPrice.Api", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore").ShouldHold();

    [Fact]
    public void Infrastructure_WhenCompiled_DoesNotUseTheApi() =>
        LayerRules.UsesNone(Of(Product.Infrastructure), "FlexPrice.Api").ShouldHold();

    [Fact]
    public void Api_WhenCompiled_UsesInfrastructureInItsCompositionOnly()
    {
        LayerRules.UsesNone(Of(Product.Api).Where(type => type.Name != "DependencyInjection" && type != typeof(Program)), "FlexPrice.Infrastructure").ShouldHold();
        LayerRules.NamesNoOther(Product.Sources, "Api", "Infrastructure", "Program", "DependencyInjection").ShouldHold();
    }

    [Fact]
    public void Layers_WhenSourcesNameAnOuterOne_AreCaught()
    {
        LayerRules.NamesNoOther(Product.Sources, "Domain", "Application").ShouldHold();
        LayerRules.NamesNoOther(Product.Sources, "Application", "Infrastructure").ShouldHold();
        LayerRules.NamesNoOther(Product.Sources, "Infrastructure", "Api").ShouldHold();

        SourceFile[] bad = [new("FlexPrice.Api/Customers/Endpoints.cs", "using FlexPrice.Infrastructure.Persistence;"), new("FlexPrice.Api/Program.cs", "using FlexPrice.Infrastructure;")];
        LayerRules.NamesNoOther(bad, "Api", "Infrastructure", "Program").ShouldCatch("Customers/Endpoints.cs");
    }

    private static IEnumerable<Type> Of(System.Reflection.Assembly assembly) => Product.Types.Where(type => type.Assembly == assembly);
}
