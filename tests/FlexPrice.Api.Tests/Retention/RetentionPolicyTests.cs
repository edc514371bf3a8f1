using System.Net;

namespace FlexPrice.Api.Tests.Retention;

public abstract class RetentionPolicyTests(ApiFixture fixture)
{
    private const string Path = "/v1/settings/retention-policy";

    [Fact]
    public async Task Policy_WhenDecided_HoldsForInvoicesIssuedAfterwardsAndShowsInThePlan()
    {
        var world = World.Another(fixture.Host);
        (await YearsAsync(world)).ShouldBe(10);
        var customer = await world.CustomerAsync();
        await world.InvoiceAsync(customer, "paid");
        (await world.Api.PutAsync(Path, new { years = 3 })).ShouldBe(HttpStatusCode.OK).Body["years"]!.GetValue<int>().ShouldBe(3);
        await world.InvoiceAsync(customer, "paid");
        var year = fixture.Host.Clock.GetUtcNow().Year;

        var kept = (await world.Api.GetAsync($"/v1/customers/{customer}/deletion-plan")).Body["kept"]!.AsArray().Where(row => row!["table"]!.GetValue<string>() == "invoices").ToList();

        kept.Select(row => row!["until"]!.GetValue<string>()).ShouldBe([$"{year + 4}-01-01T00:00:00Z", $"{year + 11}-01-01T00:00:00Z"]);
        kept.ShouldAllBe(row => row!["ground"]!.GetValue<string>().Contains("retention period of the environment", StringComparison.Ordinal));
        (await YearsAsync(fixture.World)).ShouldBe(10, "Another environment's");
        world.Database.Count("audit_entries", "action = 'retention_policy.decided' AND environment_id = @id", ("@id", world.Environment)).ShouldBe(1);
        var deletion = (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent).Headers["Location"];
        (await world.Api.GetAsync(deletion)).Body["retained_until"]!.GetValue<string>().ShouldBe($"{year + 11}-01-01T00:00:00Z");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"years":-1}""")]
    [InlineData("""{"years":101}""")]
    [InlineData("""{"years":"ten"}""")]
    public async Task Policy_WhenThePeriodIsWrong_NamesIt(string body) =>
        (await fixture.World.Api.SendTextAsync(HttpMethod.Put, Path, body)).ShouldNameField("years");

    private static async Task<int> YearsAsync(World world) => (await world.Api.GetAsync(Path)).ShouldBe(HttpStatusCode.OK).Body["years"]!.GetValue<int>();

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : RetentionPolicyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : RetentionPolicyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : RetentionPolicyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
