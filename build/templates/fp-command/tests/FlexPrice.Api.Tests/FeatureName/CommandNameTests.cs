using System.Net;

namespace FlexPrice.Api.Tests.FeatureName;

public abstract class CommandNameTests(ApiFixture fixture)
{
#if (body)
    private static readonly object Body = new { note = "Asked for by telephone" };
#else
    private static readonly object Body = new { };
#endif

    private World World => fixture.World;

    [Fact]
    public async Task Customer_WhenThere_IsAnsweredWithNothing() =>
        // Say here what has become of the customer.
        (await SendAsync(World, await World.CustomerAsync())).ShouldBe(HttpStatusCode.NoContent);

#if (deletes)
    [Fact]
    public async Task Customer_WhenSomethingBlocks_IsRefusedWithTheWayOut()
    {
        var customer = await World.CustomerAsync();
        await World.WalletAsync(customer);

        var refused = await SendAsync(World, customer);

        refused.ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation").Blockers.ShouldHaveSingleItem()["edge"]!.GetValue<string>().ShouldBe("wallets");
    }

#endif
    [Fact]
    public async Task Customer_WhenOfAnotherEnvironment_IsNotFound()
    {
        var customer = await World.CustomerAsync();

        (await SendAsync(World.Another(fixture.Host), customer)).ShouldBeError(HttpStatusCode.NotFound, "not_found", $"Customer with ID {customer} was not found");
    }

#if (body)
    [Fact]
    public async Task Request_WhenItsNoteIsTooLong_NamesIt() =>
        (await World.Api.PostAsync($"/v1/customers/{await World.CustomerAsync()}/route-name", new { note = new string('x', 1001) })).ShouldNameField("note");

#endif
    private static Task<Answer> SendAsync(World world, string customer) => world.Api.PostAsync($"/v1/customers/{customer}/route-name", Body);

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : CommandNameTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : CommandNameTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : CommandNameTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
