using System.Net;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>Random families under random policies: the plan equals the changes of the rows, and a refused deletion changes nothing.</summary>
public abstract class PlanAgainstDeedTests
{
    private enum Outcome
    {
        Deleted,
        Refused,
        Invalid,
    }

    protected virtual int FamiliesPerDatabase => 40;

    [Fact]
    public async Task Deletion_WhenFamilyPolicyAndRequestAreArbitrary_DoesWhatThePlanSaidOrNothing()
    {
        var outcomes = new Dictionary<Outcome, int> { [Outcome.Deleted] = 0, [Outcome.Refused] = 0, [Outcome.Invalid] = 0 };
        for (var database = 0; database < Rounds.Of(1); database++)
        {
            // Every look reads all tables, so a database stays small.
            await using var host = new ApiHost(Engine.Of(this));
            var world = World.Of(host);
            for (var family = 0; family < FamiliesPerDatabase; family++)
            {
                outcomes[await CheckAsync(world, Rounds.Seed + (database * FamiliesPerDatabase) + family)]++;
            }
        }

        // A generator that only ever draws one outcome proves nothing.
        var drawn = $"{string.Join(", ", outcomes)}, FLEXPRICE_SEED={Rounds.Seed}";
        outcomes[Outcome.Deleted].ShouldBeGreaterThan(FamiliesPerDatabase / 40, drawn);
        outcomes[Outcome.Refused].ShouldBeGreaterThan(FamiliesPerDatabase / 40, drawn);
    }

    private static async Task<Outcome> CheckAsync(World world, int seed)
    {
        var random = new Random(seed);
        var policy = new RandomPolicy(random);
        try
        {
            var family = new RandomFamily(world, random);
            var customer = await family.BuildAsync();
            await policy.DecideAsync(world);
            policy.Choose(() => family.Happens(0.8) ? family.Pick(family.Outsiders) : family.Pick(family.Members));
            return await CheckAsync(world, customer, policy);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"FLEXPRICE_SEED={seed}: {policy}\n{failure.Message}", failure);
        }
    }

    private static async Task<Outcome> CheckAsync(World world, string customer, RandomPolicy policy)
    {
        var before = world.Database.Dump();
        var plan = await world.Api.GetAsync($"/v1/customers/{customer}/deletion-plan{policy.Query}");
        world.Database.Dump().ShouldEqual(before, "The plan");
        if (plan.Status != HttpStatusCode.OK)
        {
            var same = await world.Api.DeleteAsync($"/v1/customers/{customer}{policy.Query}");
            same.Status.ShouldBe(plan.Status, same.Text);
            JsonNode.DeepEquals(same.Json, plan.Json).ShouldBeTrue($"{plan.Text} / {same.Text}");
            ((int)same.Status).ShouldBeInRange(400, 404);
            world.Database.Dump().ShouldEqual(before, "The refusal");
            return Outcome.Invalid;
        }

        foreach (var edge in plan.Body["edges"]!.AsArray())
        {
            edge!["action"]!.GetValue<string>().ShouldBe(policy.InForce(edge["edge"]!.GetValue<string>()), edge.ToJsonString());
        }

        var query = policy.Query + (policy.Query.Length == 0 ? "?" : "&") + $"plan_digest={plan.Body["digest"]!.GetValue<string>()}";
        var held = HeldAmong(world, plan.Body);
        var answer = await world.Api.DeleteAsync($"/v1/customers/{customer}{query}");
        var difference = world.Database.Dump().Since(before);
        if (plan.Body["deletable"]!.GetValue<bool>())
        {
            held.ShouldBeFalse("A customer under hold was deletable");
            answer.ShouldBe(HttpStatusCode.NoContent);
            PlanComparison.Differences(plan.Body, difference).ShouldBeEmpty();
            return Outcome.Deleted;
        }

        answer.ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        JsonNode.DeepEquals(answer.Details["blockers"], plan.Body["blockers"]).ShouldBeTrue($"{plan.Text} / {answer.Text}");
        difference.ShouldBeEmpty("The refusal changed rows");
        return Outcome.Refused;
    }

    private static bool HeldAmong(World world, JsonObject plan) => plan["customers"]!.AsArray().Any(customer =>
        world.Database.Count("legal_holds", "released_at IS NULL AND customer_id = @id", ("@id", customer!["id"]!.GetValue<string>())) > 0);

    public sealed class OnSqlite : PlanAgainstDeedTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : PlanAgainstDeedTests, IOn<PostgreSqlEngine>
    {
        // The same families as elsewhere, of which each takes a second.
        protected override int FamiliesPerDatabase => 20;
    }

    public sealed class OnSqlServer : PlanAgainstDeedTests, IOn<SqlServerEngine>
    {
        // The same families as elsewhere, of which each takes a second.
        protected override int FamiliesPerDatabase => 20;
    }
}
