using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Usage.SearchEvents;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>A deletion costs the same with any number of usage events.</summary>
public sealed class SqliteDeletionCostTests : IOn<SqliteEngine>, IAsyncLifetime
{
    // The full count takes a minute.
    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("FLEXPRICE_ROUNDS"), out var rounds) && rounds > 1 ? 1_000_000 : 100_000;

    // Reading a single row more per event would take that many steps at the least.
    private static readonly int Tolerance = Many / 1000;

    private readonly SqliteLedger _ledger = new();
    private Store _store = null!;

    public async Task InitializeAsync() =>
        _store = await Store.StartAsync(Engine.Of(this), services => services.ConfigureDbContext<SqliteFlexPriceDbContext>(options => options.AddInterceptors(_ledger)));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Deletion_WhenThereAreVeryManyEvents_DoesWhatItDoesForTen()
    {
        var few = await CustomerWithUsageAsync("few", 10);
        var many = await CustomerWithUsageAsync("many", Many);
        _store.ReadOne("SELECT count(*) FROM usage_events").ShouldBe($"{Many + 10}");

        // The first deletion of a program prepares what later ones find.
        await DeleteAsync(await CustomerWithUsageAsync("first", 10));
        var forFew = await _ledger.CountAsync(() => DeleteAsync(few));
        var forMany = await _ledger.CountAsync(() => DeleteAsync(many));

        forFew.Statements.Count.ShouldBeGreaterThan(20);
        forMany.Statements.Count.ShouldBe(forFew.Statements.Count);
        forMany.Changed.ShouldBe(forFew.Changed, ignoreOrder: true);
        forMany.Changed.ShouldNotContainKey("usage_events");
        forMany.Changed["usage_subjects"].ShouldBe(1);
        forFew.Steps.ShouldBeGreaterThan(1000);
        Math.Abs(forMany.Steps - forFew.Steps).ShouldBeLessThan(Tolerance, $"{forFew.Steps} and {forMany.Steps} steps");
        _store.ReadOne("SELECT count(*) FROM usage_events").ShouldBe($"{Many + 20}");
    }

    // Without this, finding equal numbers would prove nothing.
    [Fact]
    public async Task Ledger_WhenEventsAreRead_Notices()
    {
        await CustomerWithUsageAsync("many", Many);

        var counted = await _ledger.CountAsync(async () => await _store.SendAsync(new SearchEventsQuery(null, "nothing", null, null, null, new Paging(0, 0))));

        counted.Steps.ShouldBeGreaterThan(Tolerance);
    }

    private async Task DeleteAsync(string customer) =>
        await _store.SendAsync(new DeleteCustomerCommand(customer, new Dictionary<string, string>(), null));

    // One event comes in by the front door; the others are made like it, because only their number matters.
    private async Task<string> CustomerWithUsageAsync(string name, int events)
    {
        var customer = (await _store.SendAsync(new CreateCustomerCommand(name, new CustomerFields { Name = name }))).Id.Value;
        await _store.SendAsync(new IngestEventsCommand(
        [
            new EventToIngest { EventName = "call", ExternalCustomerId = name, Properties = new Dictionary<string, JsonElement> { ["prompt"] = JsonSerializer.SerializeToElement($"secret of {name}") } },
        ]));
        _store.Database.Execute(
            $"""
            WITH numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {events - 1})
            INSERT INTO usage_events (tenant_id, environment_id, id, subject_id, event_id_hash, event_name, timestamp, numeric_properties, sealed, ingested_at)
            SELECT e.tenant_id, e.environment_id, concat(e.id, n), e.subject_id, concat(e.event_id_hash, n), e.event_name, e.timestamp, e.numeric_properties, e.sealed, e.ingested_at
            FROM usage_events e JOIN usage_subjects s ON s.id = e.subject_id CROSS JOIN numbers
            WHERE s.customer_id = '{customer}' AND {events} > 1
            """);
        return customer;
    }
}
