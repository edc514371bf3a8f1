using System.Security.Cryptography;
using System.Text.Json;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

/// <summary>A deletion leaves the usage events, unreadable.</summary>
public abstract class UnreadableUsageTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Events_WhenTheirCustomerIsDeleted_OpenWithNoKeyThatIsLeft()
    {
        var doomed = await CustomerWithUsageAsync("ada");
        var survivor = await CustomerWithUsageAsync("bob");
        foreach (var (customer, name) in new[] { (doomed, "ada"), (survivor, "bob") })
        {
            await _store.SendAsync(new LinkIntegrationCommand("customer", customer, "stripe", $"cus_{name}"));
            await _store.SendAsync(new CreateInvoiceCommand { Customer = new CustomerReference(customer), Currency = "eur", AmountDue = 0, Total = 0, Subtotal = 0 });
        }

        var sealedEvents = Events();
        OpenedWithKeysLeft(sealedEvents).ShouldBe(["ada", "bob"], ignoreOrder: true);

        await _store.SendAsync(new DeleteCustomerCommand(doomed, new Dictionary<string, string>(), null));

        Events().ShouldBe(sealedEvents, "No event was touched");
        OpenedWithKeysLeft(sealedEvents).ShouldBe(["bob"]);
    }

    private async Task<string> CustomerWithUsageAsync(string name)
    {
        var customer = (await _store.SendAsync(new CreateCustomerCommand(name, new CustomerFields { Name = name }))).Id.Value;
        await _store.SendAsync(new IngestEventsCommand(
        [
            new EventToIngest { EventName = "call", ExternalCustomerId = name, Properties = new Dictionary<string, JsonElement> { ["prompt"] = JsonSerializer.SerializeToElement($"secret of {name}") } },
        ]));
        return customer;
    }

    private List<string> Events() => [.. _store.Read("SELECT id, sealed FROM usage_events ORDER BY id")];

    // What a person with the database, the key ring and the program can read.
    private List<string> OpenedWithKeysLeft(IReadOnlyList<string> events)
    {
        var protection = _store.Services.GetRequiredService<IDataProtectionProvider>();
        var ciphers = new[] { "FlexPrice.UsageKey", "FlexPrice.DocumentKey", "FlexPrice.ProviderEntityKey" }.Select(purpose => new DataKeyCipher(protection, purpose)).ToList();
        var tables = _store.Database.Columns().Where(column => column.Column == "wrapped_key").Select(column => column.Table);
        var keys = tables.SelectMany(table => _store.Read($"SELECT wrapped_key FROM {table} WHERE wrapped_key IS NOT NULL")).Select(Convert.FromHexString).ToList();
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

    public sealed class OnSqlite : UnreadableUsageTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : UnreadableUsageTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : UnreadableUsageTests, IOn<SqlServerEngine>;
}
