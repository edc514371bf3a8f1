using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>A legal hold overrides the environment, the environment overrides the request; a lower authority never weakens a higher one.</summary>
public abstract class AuthorityTests(ApiFixture fixture)
{
    private const int Samples = 60;

    private World World => fixture.World;

    [Fact]
    public async Task Authority_WhenHoldPolicyAndRequestAreArbitrary_IsNeverWeakenedFromBelow()
    {
        for (var round = 0; round < Rounds.Of(Samples); round++)
        {
            var seed = Rounds.Seed + round;
            var random = new Random(seed);
            var policy = new RandomPolicy(random);
            var customer = await World.CustomerAsync();
            var held = random.Next(3) == 0;
            if (held)
            {
                World.Hold(customer);
            }

            await policy.DecideAsync(World);
            policy.Choose(() => customer);
            policy.Chosen.Remove("child_customers_parent");
            if (policy.Chosen.GetValueOrDefault("child_customers") == "reparent" || policy.InForce("child_customers") == "reparent")
            {
                policy.Chosen["child_customers_parent"] = await World.CustomerAsync();
            }

            var overreach = RandomPolicy.Actions.Keys.FirstOrDefault(edge => policy.InForce(edge) is null);
            var answer = await World.Api.DeleteAsync($"/v1/customers/{customer}{policy.Query}");

            var why = $"FLEXPRICE_SEED={seed} {policy} {answer.Text}";
            if (overreach is not null)
            {
                answer.Status.ShouldBe(HttpStatusCode.BadRequest, why);
                answer.ShouldNameField(overreach);
                answer.Details[overreach]!.GetValue<string>().ShouldNotContain("cust_", Case.Sensitive, why);
                continue;
            }

            answer.Status.ShouldBe(held ? HttpStatusCode.BadRequest : HttpStatusCode.NoContent, why);
            World.Database.Count("customers", "id = @id", ("@id", customer)).ShouldBe(held ? 1 : 0, why);
            if (!held)
            {
                var record = await World.Api.GetAsync(answer.Headers["Location"]);
                foreach (var edge in record.Body["edges"]!.AsArray())
                {
                    var name = edge!["edge"]!.GetValue<string>();
                    edge["action"]!.GetValue<string>().ShouldBe(policy.InForce(name), why);
                    edge["source"]!.GetValue<string>().ShouldBe(policy.Chosen.ContainsKey(name) ? "request" : "environment", why);
                }
            }
        }
    }

    [Fact]
    public async Task Fix_WhenTheEnvironmentForbidsAnAction_DoesNotProposeIt()
    {
        var world = World.Another(fixture.Host);
        string[] none = [];
        (await world.Api.PutAsync("/v1/settings/deletion-policy", new
        {
            edges = new[]
            {
                new { edge = "subscriptions", @default = "block", allowed_overrides = none },
                new { edge = "wallets", @default = "block", allowed_overrides = none },
                new { edge = "child_customers", @default = "block", allowed_overrides = new[] { "detach" } },
            },
        })).ShouldBe(HttpStatusCode.OK);
        var customer = await world.CustomerAsync();
        await world.SubscriptionAsync(customer);
        await world.WalletAsync(customer);
        await world.CustomerAsync(customer);

        var fixes = (await CommandEffect.RefusedAsync(world, customer)).Blockers.Select(blocker => blocker["fix"]!.GetValue<string>()).ToList();

        fixes.Count.ShouldBe(3);
        fixes.ShouldAllBe(fix => !fix.Contains("cancel_now") && !fix.Contains("forfeit ") && !fix.Contains("=forfeit") && !fix.Contains("cascade") && !fix.Contains("reparent"));
        fixes[2].ShouldContain("child_customers=detach");
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : AuthorityTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : AuthorityTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : AuthorityTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
