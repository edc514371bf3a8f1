using FlexPrice.Api.Tests.Wire;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>A misspelt query parameter asks for something else than would be done without it.</summary>
public sealed class UnknownParameterTests : IOn<SqliteEngine>
{
    private const string Misspelt = "descendents";

    // What chooses rows to show is no command.
    private static readonly string[] Searches = ["/search", "/events/query"];

    [Fact]
    public async Task Command_WhenAQueryParameterIsUnknown_IsRefusedByItsName()
    {
        await using var host = new ApiHost(Engine.Of(this));
        var world = World.Of(host);
        var commands = ApiEndpoint.Of(host).Where(endpoint => endpoint.Method != HttpMethod.Get && !Searches.Any(search => endpoint.Route.EndsWith(search, StringComparison.Ordinal))).ToList();
        commands.Count.ShouldBeGreaterThan(20);
        var customer = await world.CustomerAsync();
        var before = world.Database.Dump();

        foreach (var command in commands)
        {
            var path = $"{command.PathWith(customer)}?{Misspelt}=true";
            (await world.Api.SendAsync(command.Method, path, command.BodyType is null ? null : new StringContent("{}", null, "application/json"))).ShouldNameField(Misspelt);
        }

        world.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Parameters_WhenSeveralAreUnknown_AreNamedAtOnceBesideTheAllowed()
    {
        await using var host = new ApiHost(Engine.Of(this));
        var world = World.Of(host);
        var key = $"/v1/secrets/api/keys/{Ids.New("secret")}";

        var refused = (await world.Api.DeleteAsync($"{key}?{Misspelt}=true&dry_run=true&descendants=true")).ShouldNameField(Misspelt);

        refused.Details["dry_run"]!.GetValue<string>().ShouldContain("Allowed: descendants.");
        refused.Details.ContainsKey("descendants").ShouldBeFalse();
        (await world.Api.DeleteAsync($"{key}?Descendants=true")).ShouldBe(System.Net.HttpStatusCode.NotFound, "it is read whatever its case");
    }
}
