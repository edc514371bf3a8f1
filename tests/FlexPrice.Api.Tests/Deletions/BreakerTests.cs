using System.Net;
using FlexPrice.Api.Tests.Requests;
using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>One wrong script must not delete a company.</summary>
public abstract class BreakerTests
{
    private const int Limit = 100;
    private const string Policy = "/v1/settings/deletion-policy";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Deletion_WhenItIsThe101stOfAnHour_IsStoppedAndToldHowToGoOn()
    {
        await using var host = new ApiHost(Engine.Of(this), clock: _clock);
        var world = World.Of(host);
        var script = host.ClientFor(world.KeyWith("all_writer"));
        await DeleteAsync(world, script, Limit);
        var spared = await world.CustomerAsync();
        _clock.Advance(TimeSpan.FromMinutes(20));
        var before = world.Database.Dump();

        var stopped = (await script.DeleteAsync($"/v1/customers/{spared}")).ShouldBeError(HttpStatusCode.TooManyRequests, "too_many_requests");

        stopped.Headers["Retry-After"].ShouldBe("2400");
        stopped.Details["deletions_per_hour"]!.GetValue<int>().ShouldBe(Limit);
        stopped.Details["fix"]!.GetValue<string>().ShouldContain("PUT /v1/settings/deletion-policy");
        world.Database.Dump().ShouldEqual(before, "The stopped deletion");
        (await script.GetAsync($"/v1/customers/{spared}/deletion-plan")).ShouldBe(HttpStatusCode.OK, "Asking is free");
        (await world.Api.DeleteAsync($"/v1/customers/{await world.CustomerAsync()}")).ShouldBe(HttpStatusCode.NoContent, "Another key has an hour of its own");

        _clock.Advance(TimeSpan.FromSeconds(2399));
        (await script.DeleteAsync($"/v1/customers/{spared}")).ShouldBe(HttpStatusCode.TooManyRequests).Headers["Retry-After"].ShouldBe("1");
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await script.DeleteAsync($"/v1/customers/{spared}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Limit_WhenASuperAdminRaisesIt_HoldsAtOnceAndIsAudited()
    {
        await using var host = new ApiHost(Engine.Of(this), clock: _clock);
        var world = World.Of(host);
        var script = host.ClientFor(world.KeyWith("all_writer"));
        await DeleteAsync(world, script, Limit);
        (await script.PutAsync(Policy, new { deletions_per_hour = 101 })).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
        var audited = world.Database.Count("audit_entries", "action = 'deletion_policy.decided'");

        (await world.Api.PutAsync(Policy, new { deletions_per_hour = 101 })).ShouldBe(HttpStatusCode.OK).Body["deletions_per_hour"]!.GetValue<int>().ShouldBe(101);

        world.Database.Count("audit_entries", "action = 'deletion_policy.decided'").ShouldBe(audited + 1);
        world.Database.Count("audit_entries", "action = 'deletion_policy.decided' AND detail = 'deletions_per_hour=101'").ShouldBe(1);
        await DeleteAsync(world, script, 1);
        (await script.DeleteAsync($"/v1/customers/{await world.CustomerAsync()}")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Deletion_WhenItComesWithAKeyThatTheStoppedOneIssued_IsStoppedToo()
    {
        await using var host = new ApiHost(Engine.Of(this), clock: _clock);
        var world = World.Of(host);
        (await world.Api.PutAsync(Policy, new { deletions_per_hour = 2 })).ShouldBe(HttpStatusCode.OK);
        var script = host.ClientFor(world.KeyWith("all_writer"));
        await DeleteAsync(world, script, 2);
        var issued = (await script.PostAsync("/v1/secrets/api/keys", new { name = "another", type = "private_key" })).ShouldBe(HttpStatusCode.Created);
        var another = host.ClientFor(issued.Body["api_key"]!.GetValue<string>());

        (await another.DeleteAsync($"/v1/customers/{await world.CustomerAsync()}")).ShouldBeError(HttpStatusCode.TooManyRequests, "too_many_requests");
        (await world.Api.DeleteAsync($"/v1/customers/{await world.CustomerAsync()}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Deletion_WhenItIsRefusedReplayedOrGoesAlong_IsNotCounted()
    {
        await using var host = new ApiHost(Engine.Of(this), clock: _clock);
        var world = World.Of(host);
        (await world.Api.PutAsync(Policy, new { deletions_per_hour = 2 })).ShouldBe(HttpStatusCode.OK);
        var parent = await world.CustomerAsync();
        await world.CustomerAsync(parent);
        await world.CustomerAsync(parent);
        (await world.Api.DeleteAsync($"/v1/customers/{parent}")).ShouldBe(HttpStatusCode.BadRequest);
        (await world.Api.DeleteAsync($"/v1/customers/{parent}?child_customers=cascade", ("Idempotency-Key", "once"))).ShouldBe(HttpStatusCode.NoContent);
        await DeleteAsync(world, world.Api, 1);

        (await world.Api.DeleteAsync($"/v1/customers/{parent}?child_customers=cascade", ("Idempotency-Key", "once"))).ShouldBe(HttpStatusCode.NoContent, "A replay deletes nobody");
        (await world.Api.DeleteAsync($"/v1/customers/{await world.CustomerAsync()}")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData(3, 16)]
    [InlineData(36, 44)]
    public async Task Deletions_WhenMoreThanTheLimitComeAtOnce_ExactlyTheLimitIsDone(int limit, int requests)
    {
        var failpoints = new MeetingFailpoints();
        await using var host = new ApiHost(Engine.Of(this), services: services => services.AddSingleton<IFailpoints>(failpoints));
        var world = World.Of(host);
        (await world.Api.PutAsync(Policy, new { deletions_per_hour = limit })).ShouldBe(HttpStatusCode.OK);
        var script = host.ClientFor(world.KeyWith("all_writer"));
        var issued = (await script.PostAsync("/v1/secrets/api/keys", new { name = "another", type = "private_key" })).ShouldBe(HttpStatusCode.Created);
        ApiClient[] keys = [script, host.ClientFor(issued.Body["api_key"]!.GetValue<string>())];
        var customers = new List<string>();
        for (var i = 0; i < requests; i++)
        {
            customers.Add(await world.CustomerAsync());
        }

        failpoints.Arm(requests);
        var answers = await Task.WhenAll(customers.Select((customer, index) => keys[index % keys.Length].DeleteAsync($"/v1/customers/{customer}")));

        failpoints.Disarm().ShouldBeTrue("All were under way before one was committed");
        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(limit);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(requests - limit);
        world.Database.Count("deletions").ShouldBe(limit);
    }

    protected async Task Deletions_WhenTheyComeToTwoProcesses_ExactlyTheLimitIsDoneByBothAsync()
    {
        const int limit = 5;
        const int requests = 24;
        var failpoints = new MeetingFailpoints();
        await using var first = new ApiHost(Engine.Of(this), services: services => services.AddSingleton<IFailpoints>(failpoints));
        var world = World.Of(first);
        await using var second = first.WithWebHostBuilder(_ => { });
        (await world.Api.PutAsync(Policy, new { deletions_per_hour = limit })).ShouldBe(HttpStatusCode.OK);
        var key = world.KeyWith("all_writer");
        var issued = (await first.ClientFor(key).PostAsync("/v1/secrets/api/keys", new { name = "another", type = "private_key" })).ShouldBe(HttpStatusCode.Created);
        ApiClient[] callers = [first.ClientFor(key), new ApiClient(second.CreateClient(), issued.Body["api_key"]!.GetValue<string>()), new ApiClient(second.CreateClient(), key)];
        var customers = new List<string>();
        for (var i = 0; i < requests; i++)
        {
            customers.Add(await world.CustomerAsync());
        }

        failpoints.Arm(requests);
        var answers = await Task.WhenAll(customers.Select((customer, index) => callers[index % callers.Length].DeleteAsync($"/v1/customers/{customer}")));

        failpoints.Disarm().ShouldBeTrue("All were under way before one was committed");
        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(limit);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(requests - limit);
        world.Database.Count("deletions").ShouldBe(limit);
    }

    private static async Task DeleteAsync(World world, ApiClient api, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await api.DeleteAsync($"/v1/customers/{await world.CustomerAsync()}")).ShouldBe(HttpStatusCode.NoContent, $"deletion {i + 1}");
        }
    }

    public sealed class OnSqlite : BreakerTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : BreakerTests, IOn<PostgreSqlEngine>
    {
        [Fact]
        public Task Deletions_WhenTheyComeToTwoProcesses_ExactlyTheLimitIsDoneByBoth() => Deletions_WhenTheyComeToTwoProcesses_ExactlyTheLimitIsDoneByBothAsync();
    }

    public sealed class OnSqlServer : BreakerTests, IOn<SqlServerEngine>
    {
        [Fact]
        public Task Deletions_WhenTheyComeToTwoProcesses_ExactlyTheLimitIsDoneByBoth() => Deletions_WhenTheyComeToTwoProcesses_ExactlyTheLimitIsDoneByBothAsync();
    }
}
