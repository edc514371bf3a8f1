using System.Net;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>A key identifies one request: that request is executed once, and another one with the same key is refused, in any order and concurrently.</summary>
public abstract class IdempotencyKeyTests
{
    private static readonly string[] OfThePipeline = ["idempotency_records", "commit_marks"];

    private readonly MeetingFailpoints _failpoints = new();

    [Fact]
    public async Task Endpoint_WhenItReplays_IsTriedHere()
    {
        await using var host = NewHost();
        IdempotentCase.All.Select(candidate => candidate.Endpoint).ShouldBe(
            host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IdempotencyMetadata>()?.Use == IdempotencyUse.Replayed)
                .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}")),
            ignoreOrder: true);
    }

    [Fact]
    public async Task Key_WhenItIsOfAnotherRequest_IsRefusedAndNothingIsDone()
    {
        await using var host = NewHost();
        var world = World.Of(host);
        foreach (var candidate in IdempotentCase.All)
        {
            var calls = await candidate.MakeAsync(world);
            var key = Ids.ExternalId("key");
            var before = world.Database.Dump();
            var first = await calls[0].SendAsync(world.Api, key);
            IsSuccess(first).ShouldBeTrue($"{candidate.Endpoint} {first.Text}");
            var done = world.Database.Dump();
            EffectsSince(before, done).ShouldNotBeEmpty(candidate.Endpoint);

            foreach (var other in calls.Skip(1))
            {
                (await other.SendAsync(world.Api, key)).ShouldNameField("Idempotency-Key");
                EffectsSince(done, world.Database.Dump()).ShouldBeEmpty($"{candidate.Endpoint}: what was refused");
            }

            var again = await calls[0].SendAsync(world.Api, key);
            again.ShouldBe(first.Status, candidate.Endpoint);
            again.Text.ShouldBe(first.Text, candidate.Endpoint);
            EffectsSince(done, world.Database.Dump()).ShouldBeEmpty($"{candidate.Endpoint}: the replay");

            // It was the key that was wrong with it.
            IsSuccess(await calls[1].SendAsync(world.Api, Ids.ExternalId("key"))).ShouldBeTrue(candidate.Endpoint);
            EffectsSince(done, world.Database.Dump()).ShouldNotBeEmpty(candidate.Endpoint);
        }
    }

    [Fact]
    public async Task Key_WhenTwoRequestsUseItAtOnce_StandsForOneOfThem()
    {
        await using var host = NewHost();
        var world = World.Of(host);
        foreach (var candidate in IdempotentCase.All)
        {
            var calls = await candidate.MakeAsync(world);
            foreach (var other in calls.Skip(1))
            {
                var pair = new[] { (await candidate.MakeAsync(world))[0], other };
                var key = Ids.ExternalId("key");
                var answers = await AtOnceAsync(world, candidate, pair, key);

                var winner = Array.FindIndex(answers, IsSuccess);
                winner.ShouldBeGreaterThanOrEqualTo(0, candidate.Endpoint);
                answers[1 - winner].ShouldNameField("Idempotency-Key");
                var before = world.Database.Dump();
                IsSuccess(await pair[winner].SendAsync(world.Api, key)).ShouldBeTrue($"{candidate.Endpoint}: the winner's replay");
                EffectsSince(before, world.Database.Dump()).ShouldBeEmpty($"{candidate.Endpoint}: what succeeded was done");
                IsSuccess(await pair[1 - winner].SendAsync(world.Api, Ids.ExternalId("key"))).ShouldBeTrue($"{candidate.Endpoint}: the loser with a key of its own");
                EffectsSince(before, world.Database.Dump()).ShouldNotBeEmpty($"{candidate.Endpoint}: what was refused was not done");
            }
        }
    }

    [Fact]
    public async Task Key_WhenTheSameRequestComesTwiceAtOnce_IsDoneOnceAndAnsweredTwice()
    {
        await using var host = NewHost();
        var world = World.Of(host);
        foreach (var candidate in IdempotentCase.All)
        {
            var call = (await candidate.MakeAsync(world))[0];
            var audited = world.Database.Count("audit_entries");
            var answers = await AtOnceAsync(world, candidate, [call, call], Ids.ExternalId("key"));

            answers.ShouldAllBe(answer => IsSuccess(answer), $"{candidate.Endpoint} {answers[0].Text} {answers[1].Text}");
            answers[0].Text.ShouldBe(answers[1].Text, candidate.Endpoint);
            world.Database.Count("audit_entries").ShouldBeLessThanOrEqualTo(audited + 1, candidate.Endpoint);
            world.Database.Rows("SELECT event_name, payload FROM outbox_messages GROUP BY event_name, payload, reaction HAVING count(*) > 1").ShouldBeEmpty(candidate.Endpoint);
        }
    }

    [Fact]
    public async Task Replay_WhenTheNamedIdentifierHasChangedHands_IsAboutTheFormerHolder()
    {
        await using var host = NewHost();
        var world = World.Of(host);
        var externalId = Ids.ExternalId();
        var former = await world.CustomerAsync(externalId: externalId);
        var change = new IdempotentCall(HttpMethod.Put, $"/v1/customers?external_customer_id={externalId}", new { name = "Grace" });
        (await change.SendAsync(world.Api, "change")).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(former);
        (await world.Api.PutAsync($"/v1/customers/{former}", new { external_id = Ids.ExternalId() })).ShouldBe(HttpStatusCode.OK);
        var next = await world.CustomerAsync(externalId: externalId);

        (await change.SendAsync(world.Api, "change")).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(former);

        (await world.Api.GetAsync($"/v1/customers/{next}")).Body["name"]!.GetValue<string>().ShouldBe("Ada Lovelace");
        (await world.Api.DeleteAsync($"/v1/customers/{former}")).ShouldBe(HttpStatusCode.NoContent);
        (await change.SendAsync(world.Api, "change")).ShouldBeError(HttpStatusCode.NotFound, "not_found").Details["customer_id"]!.GetValue<string>().ShouldBe(former);
        (await change.SendAsync(world.Api, "another")).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(next);
    }

    [Theory]
    [InlineData("/v1/settings/deletion-policy", "deletions_per_hour")]
    [InlineData("/v1/settings/retention-policy", "years")]
    public async Task FirstSetting_WhenEightDecideItAtOnce_EachIsDoneOnTopOfTheOther(string path, string field)
    {
        await using var host = NewHost();
        var world = World.Of(host);
        var environment = World.Another(host);
        _failpoints.Arm(8);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => environment.Api.PutAsync(path, new Dictionary<string, int> { [field] = number })));
        _failpoints.Disarm().ShouldBeTrue("All eight were under way");

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.ServiceUnavailable);
        var done = answers.Count(IsSuccess);
        done.ShouldBeGreaterThan(1);
        world.Database.Count("audit_entries", "environment_id = @environment AND action LIKE '%policy.decided'", ("@environment", environment.Environment)).ShouldBe(done, "Each success was done");
    }

    private ApiHost NewHost() => new(Engine.Of(this), services: services => services.AddSingleton<IFailpoints>(_failpoints));

    private async Task<Answer[]> AtOnceAsync(World world, IdempotentCase candidate, IReadOnlyList<IdempotentCall> calls, string key)
    {
        _failpoints.Arm(calls.Count);
        var answers = await Task.WhenAll(calls.Select(call => call.SendAsync(world.Api, key)));
        _failpoints.Disarm().ShouldBeTrue($"{candidate.Endpoint}: both were under way");
        return answers;
    }

    private static bool IsSuccess(Answer answer) => (int)answer.Status is >= 200 and < 300;

    private static IReadOnlyList<string> EffectsSince(DatabaseDump before, DatabaseDump after) => [.. after.Since(before).Keys.Except(OfThePipeline)];

    public sealed class OnSqlite : IdempotencyKeyTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : IdempotencyKeyTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : IdempotencyKeyTests, IOn<SqlServerEngine>;
}
