using System.Security.Cryptography;
using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Usage.SearchEvents;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Tests.Persistence.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

/// <summary>Deleting costs the same however many usage events there are, and leaves them unreadable.</summary>
public sealed class DeletionCostTests : IAsyncLifetime
{
    // The full count takes a minute.
    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("FLEXPRICE_ROUNDS"), out var rounds) && rounds > 1 ? 1_000_000 : 100_000;

    // Reading a single row more per event would take that many steps at the least.
    private static readonly int Tolerance = Many / 1000;

    private readonly SqliteLedger _ledger = new();
    private Store _store = null!;

    public async Task InitializeAsync() =>
        _store = await Store.StartAsync(configure: services => services.ConfigureDbContext<SqliteFlexPriceDbContext>(options => options.AddInterceptors(_ledger)));

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

    [Fact]
    public async Task Events_WhenTheirCustomerIsDeleted_OpenWithNoKeyThatIsLeft()
    {
        var doomed = await CustomerWithUsageAsync("ada", 1);
        var survivor = await CustomerWithUsageAsync("bob", 1);
        foreach (var (customer, name) in new[] { (doomed, "ada"), (survivor, "bob") })
        {
            await _store.SendAsync(new LinkIntegrationCommand("customer", customer, "stripe", $"cus_{name}"));
            await _store.SendAsync(new CreateInvoiceCommand { Customer = new CustomerReference(customer), Currency = "eur", AmountDue = 0, Total = 0, Subtotal = 0 });
        }

        var sealedEvents = Events();
        OpenedWithKeysLeft(sealedEvents).ShouldBe(["ada", "bob"], ignoreOrder: true);

        await DeleteAsync(doomed);

        Events().ShouldBe(sealedEvents, "No event was touched");
        OpenedWithKeysLeft(sealedEvents).ShouldBe(["bob"]);
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
        _store.Write(
            $"""
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {events - 1})
            INSERT INTO usage_events (tenant_id, environment_id, id, subject_id, event_id_hash, event_name, timestamp, numeric_properties, sealed, ingested_at)
            SELECT e.tenant_id, e.environment_id, e.id || n, e.subject_id, e.event_id_hash || n, e.event_name, e.timestamp, e.numeric_properties, e.sealed, e.ingested_at
            FROM usage_events e JOIN usage_subjects s ON s.id = e.subject_id JOIN numbers
            WHERE s.customer_id = '{customer}' AND {events} > 1
            """);
        return customer;
    }

    private List<string> Events() => [.. _store.Read("SELECT id, hex(sealed) FROM usage_events ORDER BY id")];

    // Whose secrets somebody reads who has the database, the key ring and the program.
    private List<string> OpenedWithKeysLeft(IReadOnlyList<string> events)
    {
        var protection = _store.Services.GetRequiredService<IDataProtectionProvider>();
        var ciphers = new[] { "FlexPrice.UsageKey", "FlexPrice.DocumentKey", "FlexPrice.ProviderEntityKey" }.Select(purpose => new DataKeyCipher(protection, purpose)).ToList();
        var tables = _store.Read("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'wrapped_key'");
        var keys = tables.SelectMany(table => _store.Read($"SELECT hex(wrapped_key) FROM {table} WHERE wrapped_key IS NOT NULL")).Select(Convert.FromHexString).ToList();
        keys.Count.ShouldBeGreaterThan(3);
        var opened = new List<string>();
        foreach (var (id, content) in events.Select(row => (row.Split('|')[0], Convert.FromHexString(row.Split('|')[1]))))
        {
            foreach (var plain in ciphers.SelectMany(cipher => keys.Select(key => Open(cipher, key, id, content))).OfType<string>())
            {
                opened.Add(plain.Contains("secret of ada", StringComparison.Ordinal) ? "ada" : "bob");
            }
        }

        return opened;
    }

    private static string? Open(DataKeyCipher cipher, byte[] key, string id, byte[] content)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(cipher.Open(key, id, content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
