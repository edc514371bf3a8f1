using System.Net;

namespace FlexPrice.Api.Tests.Usage;

public sealed class SearchEventsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private World World => fixture.World;

    // As after a restore of the database without its key ring.
    [Fact]
    public async Task Events_WhenTheKeyRingDoesNotOpenThem_AreNoServerError()
    {
        var externalId = World.ExternalIdOf(await World.CustomerAsync());
        await World.UsageAsync(externalId, events: 2);
        World.Database.Execute("UPDATE usage_subjects SET wrapped_key = zeroblob(length(wrapped_key))");

        var refused = (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");

        refused.Details["fix"]!.GetValue<string>().ShouldContain("Keys__Path");
    }
}
