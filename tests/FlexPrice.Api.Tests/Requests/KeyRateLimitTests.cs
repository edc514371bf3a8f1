using System.Net;
using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Requests;

public sealed class KeyRateLimitTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private const int Burst = 3;

    private ApiHost _host = null!;

    private World World => field ??= World.Of(_host);

    public Task InitializeAsync()
    {
        _host = LimitedHost(Engine.Of(this));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Key_WhenItCallsTooOften_IsAnswered429AndNothingIsChangedUntilItWaits()
    {
        var customer = await World.CustomerAsync();
        await ExhaustAsync(World.Api);

        var refused = await DeleteUntilRefusedAsync(customer);

        refused.ShouldBeError(HttpStatusCode.TooManyRequests, "too_many_requests");
        refused.Headers["Retry-After"].ShouldBe("1");
        refused.Headers.ShouldContainKey("X-Request-ID");
        World.Database.Rows("SELECT id FROM customers WHERE id = @id", ("@id", customer)).ShouldHaveSingleItem();
        await Poll.UntilAsync(() => World.Api.DeleteAsync($"/v1/customers/{customer}"), answer => answer.Status == HttpStatusCode.NoContent, "a deletion that is let through");
    }

    [Fact]
    public async Task Key_WhenAnotherCallsTooOften_IsAnswered()
    {
        var another = _host.ClientFor(World.KeyWith("super_admin"));
        await ExhaustAsync(World.Api);

        (await another.GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Page_WhenItNeedsNoKey_HasNoLimit()
    {
        var nobody = _host.ClientFor(null);

        for (var i = 0; i < 3 * Burst; i++)
        {
            (await nobody.GetAsync("/health/live")).ShouldBe(HttpStatusCode.OK);
        }
    }

    private static ApiHost LimitedHost(Engine engine) => new(engine, services: services => services.AddSingleton(new RequestLimit(PerSecond: 1, Burst)));

    private static async Task ExhaustAsync(ApiClient api)
    {
        for (var i = 0; i < 10 * Burst; i++)
        {
            if ((await api.GetAsync("/v1/customers")).Status == HttpStatusCode.TooManyRequests)
            {
                return;
            }
        }

        throw new InvalidOperationException("The key was never refused.");
    }

    // A token may come back between two calls; the call that gets it is a lookup, so that the deletion meets an empty bucket.
    private async Task<Answer> DeleteUntilRefusedAsync(string customer)
    {
        var calls = Enumerable.Range(0, 2 * Burst).Select(_ => World.Api.GetAsync("/v1/customers")).ToList();
        await Task.WhenAll(calls);
        return await World.Api.DeleteAsync($"/v1/customers/{customer}");
    }
}
