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
    [InlineData("all_writer", "all_reader", true)]
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

    [Fact]
    public async Task Create_WhenAPublishableKeyHasNoRoles_IngestsEventsAndNothingElse()
    {
        var created = (await fixture.Host.ClientFor(World.KeyWith("all_writer")).PostAsync(Path, new { name = "browser", type = "publishable_key" })).ShouldBe(HttpStatusCode.Created);

        created.Body["secret"]!["roles"]!.AsArray().Select(role => role!.GetValue<string>()).ShouldBe(["event_ingestor"]);
        var api = fixture.Host.ClientFor(created.Body["api_key"]!.GetValue<string>());
        (await api.PostAsync("/v1/events", new { event_id = Ids.ExternalId("call"), event_name = "api_call", external_customer_id = Ids.ExternalId() })).ShouldBe(HttpStatusCode.Accepted);
        (await api.PostAsync("/v1/events/query", new { })).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
        (await api.GetAsync("/v1/customers")).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
        (await api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada" })).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
        (await api.PostAsync(Path, new { name = "more", type = "publishable_key" })).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
    }

    [Fact]
    public async Task Create_WhenTheIssuerExpires_IssuesNoKeyThatOutlivesIt()
    {
        var end = fixture.Host.Now().AddDays(2).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        var issuer = await World.Api.PostAsync(Path, new { name = "issuer", expires_at = end });
        var api = fixture.Host.ClientFor(issuer.Body["api_key"]!.GetValue<string>());

        var child = (await api.PostAsync(Path, new { name = "child" })).ShouldBe(HttpStatusCode.Created).Body["secret"]!;

        child["expires_at"]!.GetValue<string>().ShouldBe(end);
        child["created_by"]!.GetValue<string>().ShouldBe(issuer.Body["secret"]!["id"]!.GetValue<string>());
        (await api.PostAsync(Path, new { name = "child", expires_at = fixture.Host.Now().AddDays(3) })).ShouldNameField("expires_at");
    }

    [Fact]
    public async Task Revoke_WhenTheKeyHasDescendants_SaysHowManyAndTakesThemAlongWhenAsked()
    {
        var (parent, parentApi) = await IssueAsync(World.Api);
        var (child, childApi) = await IssueAsync(parentApi);
        var (_, grandchildApi) = await IssueAsync(childApi);

        var alone = await World.Api.DeleteAsync($"{Path}/{child}");
        Descendants(alone).ShouldBe(("1", "0"));
        (await grandchildApi.GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.OK);
        (await World.Api.DeleteAsync($"{Path}/{parent}?descendants=perhaps")).ShouldNameField("descendants");

        var key = ("Idempotency-Key", Ids.ExternalId("key"));
        var together = await World.Api.DeleteAsync($"{Path}/{parent}?descendants=true", key);

        Descendants(together).ShouldBe(("0", "1"));
        Descendants(await World.Api.DeleteAsync($"{Path}/{parent}?descendants=true", key)).ShouldBe(("0", "1"), "a repetition says the same");
        (await grandchildApi.GetAsync("/v1/customers")).ShouldBeError(HttpStatusCode.Unauthorized, "unauthenticated");
        World.Database.Count("audit_entries", "action = 'api_key.revoked' AND subject_id IN (SELECT id FROM api_keys WHERE created_by = @child)", ("@child", child)).ShouldBe(1);
    }

    [Fact]
    public async Task Revoke_WhenDescendantsAreIssuedMeanwhile_LeavesNoneAlive()
    {
        for (var round = 0; round < Rounds.Of(3); round++)
        {
            var (parent, parentApi) = await IssueAsync(World.Api);
            var (_, childApi) = await IssueAsync(parentApi);

            var issuing = Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? parentApi : childApi).PostAsync(Path, new { name = "meanwhile" })).ToList();
            var revoked = await World.Api.DeleteAsync($"{Path}/{parent}?descendants=true");

            revoked.ShouldBe(HttpStatusCode.NoContent);
            var answers = await Task.WhenAll(issuing);
            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.Unauthorized);
            foreach (var issued in answers.Where(answer => answer.Status == HttpStatusCode.Created))
            {
                (await fixture.Host.ClientFor(issued.Body["api_key"]!.GetValue<string>()).GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.Unauthorized);
            }
        }
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
    [InlineData("""{"name":"a","service_account_id":"user_01J00000000000000000000000"}""", "service_account_id")]
    [InlineData("""{"name":"a","role":"event_reader"}""", "role")]
    [InlineData("""{"name":"a","expiresAt":"2026-01-31T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"a","permissions":{"event":["read"]}}""", "permissions")]
    public async Task Create_WhenAFieldIsWrong_NamesIt(string body, string field) =>
        (await World.Api.SendTextAsync(HttpMethod.Post, Path, body)).ShouldNameField(field);

    private async Task<(string Id, ApiClient Api)> IssueAsync(ApiClient issuer)
    {
        var issued = (await issuer.PostAsync(Path, new { name = "program" })).ShouldBe(HttpStatusCode.Created);
        return (issued.Body["secret"]!["id"]!.GetValue<string>(), fixture.Host.ClientFor(issued.Body["api_key"]!.GetValue<string>()));
    }

    private static (string? Living, string? Revoked) Descendants(Answer answer)
    {
        answer.ShouldBe(HttpStatusCode.NoContent).Text.ShouldBeEmpty();
        return (answer.Headers.GetValueOrDefault("FlexPrice-Living-Descendants"), answer.Headers.GetValueOrDefault("FlexPrice-Revoked-Descendants"));
    }

    [GeneratedRegex("^(sk|pk)_[0-9A-HJKMNP-TV-Z]{26}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : ApiKeyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : ApiKeyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : ApiKeyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
