using System.Reflection;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The table edge × intent × action, enumerated from the running program: a cell without a test fails, and so does a test of a cell that does not exist.</summary>
public sealed class CellTests(ApiOn<SqliteEngine> fixture) : IClassFixture<ApiOn<SqliteEngine>>
{
    [Fact]
    public void Cells_WhenEnumeratedFromTheEdges_EachHasATest()
    {
        var cells = fixture.Host.Services.GetServices<ICascadeEdge>()
            .SelectMany(edge => Enum.GetValues<CascadeIntent>()
                .SelectMany(intent => edge.ActionsFor(intent).Actions.Select(action => new CellAttribute(edge.Name, intent.ToString().ToLowerInvariant(), action).Name)))
            .ToHashSet();
        var tested = typeof(CellTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .SelectMany(method => method.GetCustomAttributes<CellAttribute>())
            .Select(cell => cell.Name)
            .ToHashSet();

        cells.Count.ShouldBeGreaterThanOrEqualTo(27);
        cells.Except(tested).ShouldBeEmpty("Cells without a test: write one in tests/FlexPrice.Api.Tests/Deletions and mark it [Cell(edge, intent, action)] (docs/guides/add-an-edge.md, Shape it)");
        tested.Except(cells).ShouldBeEmpty("Tests of cells that do not exist: take their [Cell] away, or name the action in ActionsFor of the edge");
    }

    [Fact]
    public void Cells_WhenMarked_AreMarkedOnTestsOnly() =>
        typeof(CellTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(CellAttribute)) && !method.IsDefined(typeof(FactAttribute), inherit: true))
            .ShouldBeEmpty();
}
