using FlexPrice.Architecture.Tests.Samples.Routes;

namespace FlexPrice.Architecture.Tests;

public sealed class RouteTests
{
    private const string List = "Routes";

    private const string Sample = """
        routes.MapMapped();
        // routes.MapTalk();
        """;

    [Fact]
    public void Endpoints_WhenTheyAreTheProducts_AreMapped() => RouteRules.AreMapped(
        Product.Types.Where(type => type.Assembly == Product.Api && type.Name != List),
        Product.Sources.Single(source => source is { Layer: "Api", Feature: null, Name: List }).Text).ShouldHold();

    [Fact]
    public void Endpoints_WhenNobodyMapsThem_AreCaught() =>
        RouteRules.AreMapped([typeof(StrayEndpoints)], Sample).ShouldCatch("StrayEndpoints.MapStrays", "StrayEndpoints.MapTalk", "StrayEndpoints.MapMap");
}
