using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using FlexPrice.Testing.Fuzz;
using Xunit.Abstractions;

namespace FlexPrice.Api.Tests.Fuzz;

/// <summary>
/// Every operation of the OpenAPI document × random requests: no failure of the server, no answer that the document does not declare, and nothing is changed by a request that is refused.
/// </summary>
public abstract class FuzzTests(ApiFixture fixture, ITestOutputHelper output)
{
    private const int RequestsPerOperation = 20;

    // A hang, not a slow machine.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private World World => fixture.World;

    [Fact]
    public async Task Requests_WhenDrawnAtRandom_AreAnsweredAsDeclaredAndChangeNothingWhenRefused()
    {
        output.WriteLine($"FLEXPRICE_SEED={Rounds.Seed}");
        var document = (await fixture.Host.ClientFor(null).GetAsync("/openapi/v1.json")).Body;
        var operations = FuzzedOperation.Of(document);
        operations.Count.ShouldBeGreaterThan(45);
        var known = await PopulateAsync();
        var (wrong, refusals, successes) = (new List<string>(), 0, 0);
        foreach (var operation in operations)
        {
            // Of its own, so that a new operation changes nothing for the others.
            var generator = new RequestGenerator(new Random(Rounds.Seed ^ StableHash(operation.ToString())), known);
            var refused = new List<FuzzedRequest>();
            for (var i = 0; i < Rounds.Of(RequestsPerOperation); i++)
            {
                var request = generator.To(operation);
                if (IsRefused(await SendAsync(operation, request, wrong)))
                {
                    refused.Add(request);
                }
                else
                {
                    successes++;
                }
            }

            refusals += refused.Count;
            await CheckUnchangedAsync(operation, refused, wrong);
        }

        output.WriteLine($"{successes} succeeded, {refusals} were refused");
        successes.ShouldBeGreaterThan(operations.Count * 2);
        refusals.ShouldBeGreaterThan(operations.Count * RequestsPerOperation / 3);
        wrong.ShouldBeEmpty($"FLEXPRICE_SEED={Rounds.Seed}");
    }

    [Fact]
    public async Task Answer_WhenItIsNotAsDeclared_IsCaught()
    {
        var customer = await World.CustomerAsync();
        var answer = await World.Api.GetAsync($"/v1/customers/{customer}");
        var operation = FuzzedOperation.Of((await fixture.Host.ClientFor(null).GetAsync("/openapi/v1.json")).Body).Single(candidate => candidate.ToString() == "GET /v1/customers/{id}");

        operation.DefectOf(answer).ShouldBeNull();
        operation.DefectOf(Changed(answer, body => body["undeclared"] = 1)).ShouldNotBeNull();
        operation.DefectOf(Changed(answer, body => body.Remove("tenant_id"))).ShouldNotBeNull();
        operation.DefectOf(Changed(answer, body => body["name"] = 5)).ShouldNotBeNull();
        operation.DefectOf(answer with { Status = HttpStatusCode.Accepted }).ShouldNotBeNull();
    }

    private static Answer Changed(Answer answer, Action<JsonObject> change)
    {
        var body = answer.Body;
        change(body);
        return answer with { Text = body.ToJsonString() };
    }

    private static bool IsRefused(Answer answer) => (int)answer.Status >= 400;

    private async Task<Answer> SendAsync(FuzzedOperation operation, FuzzedRequest request, List<string> wrong)
    {
        var watch = Stopwatch.StartNew();
        var answer = await request.SendAsync(World.Api);
        if ((int)answer.Status >= 500 || watch.Elapsed > Longest || operation.DefectOf(answer) is not null)
        {
            wrong.Add($"{request}\n  after {watch.Elapsed}: {operation.DefectOf(answer)} {answer.Text}");
        }

        return answer;
    }

    // They are sent again, with a dump before and after; one that succeeds this time is not compared.
    private async Task CheckUnchangedAsync(FuzzedOperation operation, List<FuzzedRequest> refused, List<string> wrong)
    {
        var before = World.Database.Dump();
        foreach (var request in refused)
        {
            if (!IsRefused(await SendAsync(operation, request, wrong)))
            {
                before = World.Database.Dump();
            }
        }

        var changed = World.Database.Dump().Since(before);
        if (changed.Count > 0)
        {
            wrong.Add($"{operation} was refused and has changed {string.Join("; ", changed.Select(table => $"{table.Key}: {table.Value}"))}. One of:\n{string.Join('\n', refused)}");
        }
    }

    /// <summary>One of everything, so that requests find something.</summary>
    private async Task<IReadOnlyList<string>> PopulateAsync()
    {
        var (customer, parent, payer) = (await World.CustomerAsync(), await World.CustomerAsync(), await World.CustomerAsync());
        var child = await World.CustomerAsync(parent);
        var (deleted, gone) = (await World.CustomerAsync(), await World.CustomerAsync());
        await World.MappingAsync(deleted);
        var externalId = World.ExternalIdOf(customer);
        await World.UsageAsync(externalId, events: 3);
        List<string> known =
        [
            customer, parent, payer, child, externalId,
            await World.SubscriptionAsync(customer), await World.SubscriptionAsync(child, payer: payer), await World.InvoiceAsync(customer), await World.InvoiceAsync(customer, "draft"), await World.InvoiceAsync(payer, "paid"),
            await World.WalletAsync(customer), await World.WorkflowAsync(customer), await World.MappingAsync(customer),
        ];
        foreach (var former in new[] { deleted, gone })
        {
            var deletion = (await World.Api.DeleteAsync($"/v1/customers/{former}")).Headers["FlexPrice-Deletion-Id"];
            known.AddRange([former, deletion]);
            known.AddRange(World.Database.Lines("SELECT id FROM recipients WHERE deletion_id = @id", ("@id", deletion)));
        }

        var secret = (await World.Api.PostAsync("/v1/secrets/api/keys", new { name = "another", type = "private_key" })).Body["secret"]!["id"]!.GetValue<string>();
        return [.. known, secret];
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture, ITestOutputHelper output) : FuzzTests(fixture, output), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture, ITestOutputHelper output) : FuzzTests(fixture, output), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture, ITestOutputHelper output) : FuzzTests(fixture, output), IClassFixture<ApiOn<SqlServerEngine>>;
}
