using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Api.Tests.Access;

public abstract partial class ApiKeyTests(ApiFixture fixture)
{
    private const string Path = "/v1/secrets/api/keys";

    private World World => fixture.World;

    [Theory]
    [InlineData("all_writer", "super_admin", false)]
    [InlineData("all_writer", "all_reader", false)]
    [InlineData("all_writer", "all_writer", true)]
    [InlineData("super_admin", "all_writer", true)]
    [InlineData("super_admin", "event_ingestor", true)]
    public async Task Create_WhenRolesAreAskedFor_GrantsNoMoreThanTheCallerHas(string own, string asked, bool granted)
    {
        var api = fixture.Host.ClientFor(World.KeyWith(own));
        var before = World.Database.Count("api_keys");

        var answer = await api.PostAsync(Path, new { name = "program", roles = new[] { asked } });

        if (granted)
        {
            answer.ShouldBe(HttpStatusCode.Created).Body["secret"]!["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldBe([asked]);
        }
        else
        {
            answer.ShouldBeError(HttpStatusCode.Forbidden, "permission_denied", "insufficient permissions").Details.ContainsKey("roles").ShouldBeTrue();
            World.Database.Count("api_keys").ShouldBe(before);
        }
    }

    [Fact]
    public async Task Create_WhenNoRolesAreNamed_GrantsTheCallersOwn()
    {
        var api = fixture.Host.ClientFor(World.KeyWith("all_writer"));

        var created = await api.PostAsync(Path, new { name = "program" });

        created.Body["secret"]!["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldBe(["all_writer"]);
    }

    [Theory]
    [InlineData("private_key", "sk")]
    [InlineData("publishable_key", "pk")]
    public async Task Create_WhenItSucceeds_ShowsTheKeyOnceAndStoresOnlyItsHash(string type, string prefix)
    {
        var created = (await World.Api.PostAsync(Path, new { name = "program", type, roles = new[] { "all_reader" } })).ShouldBe(HttpStatusCode.Created);

        var key = created.Body["api_key"]!.GetValue<string>();
        Key().IsMatch(key).ShouldBeTrue(key);
        key.ShouldStartWith(prefix);
        created.Body["secret"]!["display_id"]!.GetValue<string>().ShouldBe($"{key[..5]}***{key[^2..]}");
        World.Database.Holds(System.Text.Encoding.ASCII.GetBytes(key)).ShouldBeFalse();
        (await fixture.Host.ClientFor(key).GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.OK);
        (await World.Api.GetAsync(Path)).Text.ShouldNotContain(key);
        (await World.Api.PostAsync(Path, new { name = "program" }, ("Idempotency-Key", "once"))).ShouldNameField("Idempotency-Key");
    }

    [Fact]
    public async Task Revoke_WhenDone_ClosesTheKeyForGood()
    {
        var created = await World.Api.PostAsync(Path, new { name = "program" });
        var (id, api) = (created.Body["secret"]!["id"]!.GetValue<string>(), fixture.Host.ClientFor(created.Body["api_key"]!.GetValue<string>()));
        (await api.GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.OK);

        (await World.Api.DeleteAsync($"{Path}/{id}")).ShouldBe(HttpStatusCode.NoContent).Text.ShouldBeEmpty();

        (await api.GetAsync("/v1/customers")).ShouldBeError(HttpStatusCode.Unauthorized, "unauthenticated");
        (await World.Api.GetAsync($"{Path}?status=deleted&limit=1000")).Items.Select(item => item["id"]!.GetValue<string>()).ShouldContain(id);
        (await World.Api.GetAsync($"{Path}?limit=1000")).Items.Select(item => item["id"]!.GetValue<string>()).ShouldNotContain(id);
    }

    [Fact]
    public async Task Revoke_WhenItIsAnotherPrincipalsKey_Is403()
    {
        var other = (await World.Api.PostAsync(Path, new { name = "other" })).Body["secret"]!["id"]!.GetValue<string>();
        var writer = fixture.Host.ClientFor(World.KeyWith("all_writer"));
        var own = await writer.PostAsync(Path, new { name = "own" });

        (await writer.DeleteAsync($"{Path}/{other}")).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
        (await writer.GetAsync(Path)).Items.Select(item => item["id"]!.GetValue<string>()).ShouldNotContain(other);
        (await writer.DeleteAsync($"{Path}/{own.Body["secret"]!["id"]!.GetValue<string>()}")).ShouldBe(HttpStatusCode.NoContent);
        (await World.Another(fixture.Host).Api.DeleteAsync($"{Path}/{other}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Key_WhenItsTimeIsOver_Is401()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var host = new ApiHost(Engine.Of(this), clock: clock);
        var world = World.Of(host);
        var created = await world.Api.PostAsync(Path, new { name = "short", expires_at = "2026-03-01T13:00:00Z" });
        created.ShouldBe(HttpStatusCode.Created).Body["secret"]!["expires_at"]!.GetValue<string>().ShouldBe("2026-03-01T13:00:00Z");
        var api = host.ClientFor(created.Body["api_key"]!.GetValue<string>());
        clock.Advance(TimeSpan.FromMinutes(59));
        (await api.GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromMinutes(1));

        (await api.GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.Unauthorized);
        (await world.Api.PostAsync(Path, new { name = "past", expires_at = "2026-03-01T13:00:00Z" })).ShouldNameField("expires_at");
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":"a","type":"secret"}""", "type")]
    [InlineData("""{"name":"a","roles":[]}""", "roles")]
    [InlineData("""{"name":"a","roles":["root"]}""", "roles")]
    [InlineData("""{"name":"a","expires_at":"tomorrow"}""", "expires_at")]
    public async Task Create_WhenAFieldIsWrong_NamesIt(string body, string field) =>
        (await World.Api.SendTextAsync(HttpMethod.Post, Path, body)).ShouldNameField(field);

    [GeneratedRegex("^(sk|pk)_[0-9A-HJKMNP-TV-Z]{26}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : ApiKeyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : ApiKeyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : ApiKeyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
