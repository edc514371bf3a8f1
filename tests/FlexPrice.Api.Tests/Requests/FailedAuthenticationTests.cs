using System.Net;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>Callers who present keys that do not work, over a real server, because a test's server knows no addresses.</summary>
public sealed class FailedAuthenticationTests : IOn<SqliteEngine>
{
    private const string Forwarded = "X-Forwarded-For";

    [Fact]
    public async Task Key_WhenItIsValid_IsNeverRefusedBecauseOfFailures()
    {
        await using var host = Start(new FailureLimit(PerSecond: null, PerSecondAndAddress: 1));
        using var limited = new Counted(FlexPriceTelemetry.FailedAuthenticationsLimited);
        var world = World.Of(host);
        var never = world.KeyWith("all_reader");
        var customer = await world.CustomerAsync();

        var refused = await ExhaustAsync(host);

        refused.ShouldBeError(HttpStatusCode.TooManyRequests, "too_many_requests", "Too many failed authentications");
        int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        limited.Value.ShouldBe(1);
        foreach (var key in new[] { world.Key, never, world.KeyWith("all_writer") })
        {
            (await host.ClientFor(key).GetAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Address_WhenATrustedProxyForwardsIt_IsLimitedAloneAndAllAreLimitedTogether()
    {
        await using var host = Start(new FailureLimit(PerSecond: 4, PerSecondAndAddress: 1), ("Proxies:Trusted", "10.0.0.0/8,127.0.0.1"));

        (await ExhaustAsync(host, (Forwarded, "198.51.100.1, 203.0.113.7, 10.1.2.3"))).ShouldBe(HttpStatusCode.TooManyRequests);

        (await FailAsync(host, (Forwarded, "203.0.113.8"))).ShouldBe(HttpStatusCode.Unauthorized, "another address");
        (await FailAsync(host, (Forwarded, "198.51.100.1"))).ShouldBe(HttpStatusCode.Unauthorized, "what the caller wrote itself");
        (await FailAsync(host, (Forwarded, "2001:db8:1:1::1"))).ShouldBe(HttpStatusCode.Unauthorized);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => FailAsync(host, (Forwarded, $"192.0.2.{number}"))));
        answers.ShouldContain(answer => answer.Status == HttpStatusCode.TooManyRequests, "twenty at once and four a second");
    }

    [Fact]
    public async Task Address_WhenNobodyIsTrusted_IsThatOfTheConnectionWhateverTheFrameworkIsTold()
    {
        // Other processes that start meanwhile get the same answer, and retry too.
        Environment.SetEnvironmentVariable("FORWARDEDHEADERS_ENABLED", "true");
        await using var host = Start(new FailureLimit(PerSecond: null, PerSecondAndAddress: 1));
        Environment.SetEnvironmentVariable("FORWARDEDHEADERS_ENABLED", null);

        (await ExhaustAsync(host, (Forwarded, "203.0.113.7"))).ShouldBe(HttpStatusCode.TooManyRequests);

        (await ExhaustAsync(host, (Forwarded, "203.0.113.8"), attempts: 3)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", true)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", false)]
    public void Addresses_WhenOneCallerHasThem_AreOne(string one, string another, bool same) =>
        (CallerAddress.Of(IPAddress.Parse(one)) == CallerAddress.Of(IPAddress.Parse(another))).ShouldBe(same);

    private static ApiHost Start(FailureLimit limit, params (string Key, string Value)[] settings)
    {
        var host = new ApiHost(new SqliteEngine(), services: services => services.AddSingleton(limit), settings: settings);
        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    private static Task<Answer> FailAsync(ApiHost host, params (string Name, string Value)[] headers) => host.ClientFor(Ids.New("sk")).GetAsync("/v1/customers", headers);

    // The first one that must wait.
    private static async Task<Answer> ExhaustAsync(ApiHost host, (string Name, string Value)? header = null, int attempts = 30)
    {
        var last = await FailAsync(host, header is { } sent ? [sent] : []);
        for (var i = 1; i < attempts && last.Status == HttpStatusCode.Unauthorized; i++)
        {
            last = await FailAsync(host, header is { } again ? [again] : []);
        }

        return last;
    }
}
