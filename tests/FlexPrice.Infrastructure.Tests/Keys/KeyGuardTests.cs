using System.Xml.Linq;
using FlexPrice.Application.Usage;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Quartz;

namespace FlexPrice.Infrastructure.Tests.Keys;

public abstract class KeyGuardTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private string Folder => _database.Folder.FullName;

    private string Keys => Path.Combine(Folder, "keys");

    private string Backup => Path.Combine(Folder, "backup");

    public async Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        await using var store = await Store.StartAsync(_database);
        await using var request = store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.Add(SampleCustomer.In(store, "ada"));
        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Start_WhenTheKeysAreLost_IsRefusedUntilTheyAreBack()
    {
        Directory.Move(Keys, Backup);

        var refused = await RefusalAsync();

        refused.ShouldContain(error => error.StartsWith("Keys__Path") && error.Contains(Keys) && error.Contains("no look-up key") && error.Contains("restore"));
        Directory.GetFiles(Keys).ShouldBeEmpty("A refused start makes no key");
        Directory.Delete(Keys, recursive: true);
        Directory.Move(Backup, Keys);
        await using var store = await Store.StartAsync(_database);
        (await FindsAsync(store, "ada")).ShouldBeTrue();
    }

    [Fact]
    public async Task Start_WhenTheKeysAreThoseOfAnotherDatabase_IsRefused()
    {
        await using var other = Engine.Of(this).NewDatabase();
        await using (await Store.StartAsync(other))
        {
        }

        Directory.Delete(Keys, recursive: true);
        Directory.Move(Path.Combine(other.Folder.FullName, "keys"), Keys);

        var refused = await RefusalAsync();

        refused.Count.ShouldBe(2);
        refused.ShouldContain(error => error.Contains("another look-up key"));
        refused.ShouldContain(error => error.Contains("lacks 1 of the 1 keys"));
    }

    [Fact]
    public async Task Start_WhenOnlyTheKeyRingIsLost_IsRefused()
    {
        foreach (var key in Directory.GetFiles(Keys, "key-*.xml"))
        {
            File.Delete(key);
        }

        (await RefusalAsync()).ShouldHaveSingleItem().ShouldContain("lacks 1 of the 1 keys");
        Directory.GetFiles(Keys, "key-*.xml").ShouldBeEmpty("A refused start makes no key");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_WhenOnlyAKeyThatTheRingGotLaterIsLost_IsRefused(bool notedWhileRunning)
    {
        string later;
        await using (var store = await Store.StartAsync(_database))
        {
            var key = store.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
            later = Path.Combine(Keys, $"key-{key.KeyId}.xml");
            if (notedWhileRunning)
            {
                await using var request = store.Request();
                await ActivatorUtilities.CreateInstance<NoteNewKeysJob>(request.ServiceProvider).Execute(Substitute.For<IJobExecutionContext>());
            }
            else
            {
                await store.RunStartupAsync();
            }
        }

        File.Move(later, Path.Combine(Folder, "lost.xml"));
        (await RefusalAsync()).ShouldHaveSingleItem().ShouldContain("lacks 1 of the 2 keys");

        File.Move(Path.Combine(Folder, "lost.xml"), later);
        await using var again = await Store.StartAsync(_database);
        (await FindsAsync(again, "ada")).ShouldBeTrue();
    }

    // A server that stood still for a season, or a backup that is restored after one.
    [Fact]
    public async Task Start_WhenTheRingHasExpired_OpensWhatItSealedAndMakesANewKey()
    {
        var key = Directory.GetFiles(Keys, "key-*.xml").ShouldHaveSingleItem();
        var dates = XDocument.Load(key);
        foreach (var (name, value) in new[] { ("creationDate", "2025-01-01T00:00:00Z"), ("activationDate", "2025-01-01T00:00:00Z"), ("expirationDate", "2025-04-01T00:00:00Z") })
        {
            dates.Root!.Element(name)!.Value = value;
        }

        dates.Save(key);

        await using var store = await Store.StartAsync(_database);

        (await FindsAsync(store, "ada")).ShouldBeTrue();
        store.Services.GetRequiredService<IUsageSeal>().NewWrappedKey();
        Directory.GetFiles(Keys, "key-*.xml").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsNew_TakesKeysThatAreThere()
    {
        await using var next = Engine.Of(this).NewDatabase();
        Directory.Move(Keys, Path.Combine(next.Folder.FullName, "keys"));
        var key = await File.ReadAllBytesAsync(Path.Combine(next.Folder.FullName, "keys", "lookup.key"));

        await using var store = await Store.StartAsync(next);

        (await File.ReadAllBytesAsync(Path.Combine(next.Folder.FullName, "keys", "lookup.key"))).ShouldBe(key);
        await store.RunStartupAsync();
    }

    private async Task<IReadOnlyList<string>> RefusalAsync() => (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database))).Errors;

    private static async Task<bool> FindsAsync(Store store, string externalId)
    {
        await using var request = store.Request();
        var hash = SampleCustomer.In(store, externalId).ExternalIdHash;
        return await request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Customers.AnyAsync(customer => customer.ExternalIdHash == hash);
    }

    public sealed class OnSqlite : KeyGuardTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : KeyGuardTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : KeyGuardTests, IOn<SqlServerEngine>;
}
