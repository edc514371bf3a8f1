using System.Net;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Tests.Wire;
using FlexPrice.Application.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Api.Tests.Access;

/// <summary>A cached key is changed in the database before it is used again: the process must not act on it, nor reveal anything.</summary>
public abstract class RememberedKeyTests(ApiFixture fixture)
{
    private const string Revoked = "status = 'deleted'";

    private World World => fixture.World;

    [Fact]
    public void Endpoints_WhenEnumerated_TakeARememberedKeyOnlyWhereTheTransactionConfirmsIt() =>
        fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ConfirmsKeyMetadata>() is not null)
            .Select(endpoint => $"{endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single()} {endpoint.RoutePattern.RawText}")
            .ShouldBe(["DELETE /v1/customers/{id}"]);

    [Theory]
    [InlineData(Revoked, HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("key_hash = 'another'", HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("""roles = '["all_reader"]'""", HttpStatusCode.Forbidden, "insufficient permissions")]
    [InlineData("roles = '[]'", HttpStatusCode.Forbidden, "insufficient permissions")]
    public async Task Deletion_WhenTheKeyIsNoLongerWhatItWas_IsRefusedAndChangesNothing(string change, HttpStatusCode status, string message)
    {
        var customer = await World.CustomerAsync();
        var key = await UsedKeyAsync("all_writer");
        Change(key, change);
        var before = World.Database.Dump();

        foreach (var attempt in new[] { "first", "second" })
        {
            var answer = await fixture.Host.ClientFor(key).DeleteAsync($"/v1/customers/{customer}", ("Idempotency-Key", Ids.New("key")));

            answer.ShouldBe(status, attempt).Message.ShouldBe(message);
            ErrorBody.DefectOf(answer).ShouldBeNull();
        }

        World.Database.Dump().ShouldEqual(before);
        World.Database.Execute("UPDATE api_keys SET key_hash = @hash WHERE key_hash = 'another'", ("@hash", World.HashOf(key)));
    }

    [Fact]
    public async Task Deletion_WhenTheKeyHasExpired_Is401AndChangesNothing()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var host = new ApiHost(Engine.Of(this), clock: clock);
        var world = World.Of(host);
        var customers = new[] { await world.CustomerAsync(), await world.CustomerAsync() };
        var key = world.KeyWith("all_writer");
        world.Database.Execute("UPDATE api_keys SET expires_at = @then WHERE key_hash = @hash", ("@then", host.Now().AddSeconds(30)), ("@hash", World.HashOf(key)));
        (await host.ClientFor(key).DeleteAsync($"/v1/customers/{customers[0]}")).ShouldBe(HttpStatusCode.NoContent);
        clock.Advance(TimeSpan.FromSeconds(30));
        var before = world.Database.Dump();

        (await host.ClientFor(key).DeleteAsync($"/v1/customers/{customers[1]}")).ShouldBeError(HttpStatusCode.Unauthorized, "unauthenticated");

        world.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Deletion_WhenTheTenantWasSuspended_Is403AndChangesNothing()
    {
        var world = World.Another(fixture.Host);
        var customer = await world.CustomerAsync();
        world.Database.Execute("UPDATE tenants SET status = 'suspended' WHERE id = @id", ("@id", world.Tenant));
        var before = world.Database.Dump();

        (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.Forbidden).Message.ShouldBe("tenant account is suspended");

        world.Database.Dump().ShouldEqual(before);
        world.Database.Execute("UPDATE tenants SET status = 'active' WHERE id = @id", ("@id", world.Tenant));
        (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("all_reader")]
    [InlineData("all_reader", "all_writer")]
    public async Task Deletion_WhenTheKeyWasGivenOtherRolesThatPermitIt_IsDone(params string[] former)
    {
        var customer = await World.CustomerAsync();
        var key = await UsedKeyAsync(former);
        Change(key, """roles = '["all_writer"]'""");

        (await fixture.Host.ClientFor(key).DeleteAsync($"/v1/customers/{customer}", ("Idempotency-Key", Ids.New("key")))).ShouldBe(HttpStatusCode.NoContent);

        World.Database.Count("deletions", "customer_id = @id", ("@id", customer)).ShouldBe(1);
    }

    [Fact]
    public async Task Deletion_WhenTheFirstKeyWasRevokedAndTheSecondWorks_IsTheSecondKeys()
    {
        var customer = await World.CustomerAsync();
        var (revoked, other) = (await UsedKeyAsync("all_writer"), World.KeyWith("all_writer"));
        Change(revoked, Revoked);

        (await fixture.Host.ClientFor(revoked).DeleteAsync($"/v1/customers/{customer}", ("Authorization", $"Bearer {other}"))).ShouldBe(HttpStatusCode.NoContent);

        World.Database.Text("SELECT created_by FROM deletions WHERE customer_id = @id", ("@id", customer))
            .ShouldBe(World.Database.Text("SELECT id FROM api_keys WHERE key_hash = @hash", ("@hash", World.HashOf(other))));
    }

    [Fact]
    public async Task Endpoint_WhenTheKeyWasRevoked_Is401EverywhereAtOnce()
    {
        var wrong = new List<string>();
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host))
        {
            var key = await UsedKeyAsync("super_admin");
            Change(key, Revoked);
            var answer = await endpoint.SendAsync(fixture.Host.ClientFor(key), Ids.New("cust"));
            wrong.AddRange(answer.Status == HttpStatusCode.Unauthorized ? [] : [$"{endpoint.Name}: {answer.Status}"]);
        }

        wrong.ShouldBeEmpty();
    }

    // The answers to a valid key, so that every early end of the pipeline is covered; a revoked key gets the answer of an unknown one.
    [Fact]
    public async Task Deletion_WhenTheKeyWasRevoked_TellsNothingWhereverItEnds()
    {
        var (customer, blocked, deleted, once) = (await World.CustomerAsync(), await World.CustomerAsync(), await World.CustomerAsync(), Ids.New("key"));
        await World.WalletAsync(blocked);
        (await World.Api.DeleteAsync($"/v1/customers/{deleted}", ("Idempotency-Key", once))).ShouldBe(HttpStatusCode.NoContent);
        var another = await World.Another(fixture.Host).CustomerAsync();
        (string Path, string? IdempotencyKey, HttpStatusCode Working)[] requests =
        [
            ("nonsense", null, HttpStatusCode.NotFound),
            (Ids.New("cust"), null, HttpStatusCode.NotFound),
            (another, null, HttpStatusCode.NotFound),
            (deleted, null, HttpStatusCode.NotFound),
            (deleted, once, HttpStatusCode.NoContent),
            ($"{deleted}?wallets=forfeit", once, HttpStatusCode.BadRequest),
            (blocked, null, HttpStatusCode.BadRequest),
            (blocked, Ids.New("key"), HttpStatusCode.BadRequest),
            ($"{customer}?nonsense=1", null, HttpStatusCode.BadRequest),
            ($"{customer}?wallets=nonsense", null, HttpStatusCode.BadRequest),
            ($"{customer}?wallets=forfeit&wallets=block", null, HttpStatusCode.BadRequest),
            ($"{customer}?plan_digest=nonsense", null, HttpStatusCode.BadRequest),
            ($"{customer}?plan_digest=sha256:{new string('0', 64)}", null, HttpStatusCode.Conflict),
            ($"{customer}?child_customers=reparent", null, HttpStatusCode.BadRequest),
            (customer, new string('k', 256), HttpStatusCode.BadRequest),
        ];
        var unknown = await fixture.Host.ClientFor("unknown").DeleteAsync($"/v1/customers/{customer}");
        foreach (var (path, idempotencyKey, working) in requests)
        {
            (string, string)[] headers = idempotencyKey is null ? [] : [("Idempotency-Key", idempotencyKey)];
            var key = await UsedKeyAsync("all_writer");
            (await fixture.Host.ClientFor(key).DeleteAsync($"/v1/customers/{path}", headers)).ShouldBe(working, path);
            await UseAsync(key);
            Change(key, Revoked);
            var before = World.Database.Dump();

            var answer = await fixture.Host.ClientFor(key).DeleteAsync($"/v1/customers/{path}", headers);

            answer.ShouldBe(HttpStatusCode.Unauthorized, path);
            answer.Text.ShouldBe(unknown.Text, path);
            answer.Headers.Keys.ShouldBe(unknown.Headers.Keys, ignoreOrder: true, customMessage: path);
            World.Database.Dump().ShouldEqual(before, path);
        }
    }

    [Fact]
    public async Task Deletion_WhenItFailsAndTheKeyWasRevoked_DoesNotTellOfTheFailure()
    {
        await using var host = new ApiHost(Engine.Of(this), services: services => services.AddSingleton<IFailpoints>(new InterruptedFailpoints(Failpoint.RequestAccepted, () => throw new InvalidOperationException("Bug"))));
        var world = World.Of(host);
        var key = world.KeyWith("all_writer");
        (await host.ClientFor(key).DeleteAsync($"/v1/customers/{Ids.New("cust")}")).ShouldBe(HttpStatusCode.InternalServerError);
        (await host.ClientFor(key).GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.OK);
        world.Database.Execute($"UPDATE api_keys SET {Revoked} WHERE key_hash = @hash", ("@hash", World.HashOf(key)));

        (await host.ClientFor(key).DeleteAsync($"/v1/customers/{Ids.New("cust")}")).ShouldBeError(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Deletion_WhenTheKeyHasCalledTooOftenAndWasRevoked_Is401()
    {
        await using var host = new ApiHost(Engine.Of(this), services: services => services.AddSingleton(new RequestLimit(PerSecond: 1, Burst: 1)));
        var world = World.Of(host);
        var key = world.KeyWith("all_writer");
        var api = host.ClientFor(key);
        await Poll.UntilAsync(() => api.DeleteAsync($"/v1/customers/{Ids.New("cust")}"), answer => answer.Status == HttpStatusCode.TooManyRequests, "a call that is one too many");
        world.Database.Execute($"UPDATE api_keys SET {Revoked} WHERE key_hash = @hash", ("@hash", World.HashOf(key)));

        (await api.DeleteAsync($"/v1/customers/{Ids.New("cust")}")).ShouldBeError(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private async Task<string> UsedKeyAsync(params string[] roles)
    {
        var key = World.KeyWith(roles);
        await UseAsync(key);
        return key;
    }

    private async Task UseAsync(string key) => (await fixture.Host.ClientFor(key).GetAsync("/v1/customers?limit=1")).ShouldBe(HttpStatusCode.OK);

    private void Change(string key, string change) => World.Database.Execute($"UPDATE api_keys SET {change} WHERE key_hash = @hash", ("@hash", World.HashOf(key)));

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : RememberedKeyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : RememberedKeyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>
    {
        // The second try finds the answer before it asks about the key. One writer of a file is tried once.
        [Fact]
        public async Task Deletion_WhenItsTwinIsDoneBetweenTwoTries_IsAnsweredLikeItsTwin()
        {
            Func<Task> interruption = () => Task.CompletedTask;
            await using var host = new ApiHost(Engine.Of(this), services: services => services.AddSingleton<IFailpoints>(new InterruptedFailpoints(Failpoint.TransactionOpened, () => interruption())));
            var world = World.Of(host);
            var (customer, once) = (await world.CustomerAsync(), Ids.New("key"));
            Answer? twin = null;
            interruption = async () =>
            {
                interruption = () => Task.CompletedTask;
                twin = await DeleteAsync();
                throw new HierarchyChangedException();
            };

            var answer = (await DeleteAsync()).ShouldBe(HttpStatusCode.NoContent);

            twin.ShouldNotBeNull().ShouldBe(HttpStatusCode.NoContent);
            answer.Headers["FlexPrice-Deletion-Id"].ShouldBe(twin.Headers["FlexPrice-Deletion-Id"]);
            world.Database.Count("deletions").ShouldBe(1);

            Task<Answer> DeleteAsync() => world.Api.DeleteAsync($"/v1/customers/{customer}", ("Idempotency-Key", once));
        }
    }

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : RememberedKeyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
