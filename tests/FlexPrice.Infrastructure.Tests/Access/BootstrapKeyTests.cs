using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Configuration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Tests.Access;

public abstract class BootstrapKeyTests : IAsyncLifetime
{
    private const string First = "the-first-bootstrap-key";
    private const string Second = "the-second-bootstrap-key";

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal) { ["first"] = First, ["second"] = Second };

    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    // Each start an hour after the one before: what is set, and which keys work then.
    [Theory]
    [InlineData("first → first", "second → second", "none → ", "second → second")]
    [InlineData("first → first", "second+first → first+second", "second → second")]
    [InlineData("first → first", "second+first → first+second", "first → first+second", "second+first → first+second", "second → second")]
    [InlineData("first → first", "second → second", "first → first+second", "second → second", "first → first+second")]
    [InlineData("first → first", " → first", "second → second", " → second", "none → ")]
    public async Task Start_WhenTheSettingChanges_EndsOlderKeysAndNeverThatOfAProcessThatWasChangedBefore(params string[] starts)
    {
        foreach (var (start, hour) in starts.Select((start, hour) => (start, hour)))
        {
            await using var store = await StartAsync(start.Split(" → ")[0], hour);

            var working = new List<string>();
            foreach (var (name, key) in Keys)
            {
                working.AddRange(await WorksAsync(store, key) ? [name] : []);
            }

            string.Join('+', working).ShouldBe(start.Split(" → ")[1], $"start {hour} of: {string.Join(", ", starts)}");
        }
    }

    [Fact]
    public async Task Start_WhenTheSettingChanges_AuditsWhatHappensToItsKeys()
    {
        var actions = new List<string>();
        foreach (var setting in new[] { "first", "none", "first", "first" })
        {
            await using var store = await StartAsync(setting);
            actions.AddRange(store.Read("SELECT action FROM audit_entries").Except(actions, StringComparer.Ordinal));
        }

        actions.ShouldBe(["api_key.issued", "api_key.revoked", "api_key.reinstated"]);
        _database.Count("audit_entries").ShouldBe(actions.Count);
    }

    [Fact]
    public async Task Start_WhenTheKeyWasRevokedThroughTheApi_WarnsAndSaysHowToMakeAnother()
    {
        await using (var store = await StartAsync("first"))
        {
            await RevokeAsync(store, store.ReadOne("SELECT id FROM api_keys"));
        }

        var log = new FakeLogger<BootstrapKeys>();
        await using (var store = await StartAsync("first", log: log))
        {
            (await WorksAsync(store, First)).ShouldBeFalse("a revoked key never comes back");
        }

        var warning = log.Lines.ShouldHaveSingleItem();
        warning.ShouldStartWith("Warning Bootstrap__ApiKey");
        warning.ShouldContain("api-keys create");
        warning.ShouldNotContain(First, Case.Sensitive, "A key is never printed");
        await using var next = await StartAsync("second+first", hour: 1);
        (await WorksAsync(next, First)).ShouldBeFalse();
        (await WorksAsync(next, Second)).ShouldBeTrue();
    }

    [Fact]
    public async Task Start_WhenAnotherKeyThanTheSettingsWorks_SaysSo()
    {
        await using (await StartAsync("second"))
        {
        }

        var (absent, older) = (new FakeLogger<BootstrapKeys>(), new FakeLogger<BootstrapKeys>());
        await using (await StartAsync("", log: absent))
        {
        }

        _database.Execute("UPDATE api_keys SET created_at = @later", ("@later", Store.Noon.AddHours(1)));
        await using (await StartAsync("first", log: older))
        {
        }

        absent.Lines.ShouldHaveSingleItem().ShouldContain("set Bootstrap__ApiKey to none");
        older.Lines.ShouldHaveSingleItem().ShouldContain("api-keys revoke secret_");
    }

    [Fact]
    public async Task Key_WhenTheOperatorChoseIt_IsStoredUnderAKeyThatTheDatabaseDoesNotHold()
    {
        await using var store = await StartAsync("first");

        store.ReadOne("SELECT key_hash FROM api_keys").ShouldNotBe(PlainHash(First));
        (await WorksAsync(store, First)).ShouldBeTrue();
    }

    [Fact]
    public async Task Key_WhenTheOperatorChoseIt_IsShownByNothingThatItIsMadeOf()
    {
        await using var store = await StartAsync("first+second");

        var shown = store.Read("SELECT display_id FROM api_keys");

        shown.Distinct().Count().ShouldBe(2, "they can be told apart");
        shown.ShouldAllBe(text => Regex.IsMatch(text, "^operator\\*{3}[A-Za-z0-9_-]{4}$"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_WhenAnEarlierVersionStoredThePlainHash_StoresTheOtherAndKeepsTheKey(bool isStoredTwice)
    {
        string id;
        await using (var store = await StartAsync("first"))
        {
            id = store.ReadOne("SELECT id FROM api_keys");
            if (isStoredTwice)
            {
                // The process of an earlier version does not find the keyed hash, and makes the key once more.
                _database.Execute(
                    """
                    INSERT INTO api_keys (tenant_id, environment_id, id, name, type, key_hash, display_id, roles, status, expires_at, is_bootstrap, created_at, updated_at, created_by, updated_by, version)
                    SELECT tenant_id, environment_id, 'secret_again', name, type, @hash, display_id, roles, status, expires_at, is_bootstrap, created_at, updated_at, created_by, updated_by, version FROM api_keys
                    """,
                    ("@hash", PlainHash(First)));
            }
            else
            {
                _database.Execute("UPDATE api_keys SET key_hash = @hash", ("@hash", PlainHash(First)));
            }

            (await WorksAsync(store, First)).ShouldBeTrue("also until the next start");
        }

        await using var next = await StartAsync("first", hour: 1);

        next.ReadOne("SELECT id FROM api_keys WHERE status = 'published'").ShouldBe(id);
        next.ReadOne("SELECT key_hash FROM api_keys WHERE status = 'published'").ShouldNotBe(PlainHash(First));
        (await WorksAsync(next, First)).ShouldBeTrue();
        await RevokeAsync(next, id);
        (await WorksAsync(next, First)).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhenTheKeyWasIssuedThroughTheApi_IsRefused()
    {
        string issued;
        await using (var store = await Store.StartAsync(_database, First))
        {
            await using var request = store.Request();
            issued = (await request.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateApiKeyCommand("ci", null, null, null))).Value.Secret;
        }

        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, issued))).Message.ShouldContain("issued through the API");
        await using var next = await Store.StartAsync(_database, First);
        (await WorksAsync(next, First)).ShouldBeTrue("The failed start has changed nothing");
    }

    [Fact]
    public async Task Start_WhenTheDevelopersKeyWasRevoked_MakesUpAnother()
    {
        string revoked;
        await using (var store = await Store.StartAsync(_database, key: null, Environments.Development))
        {
            revoked = Made(store);
            await RevokeAsync(store, store.ReadOne("SELECT id FROM api_keys"));
        }

        await using var next = await Store.StartAsync(_database, key: null, Environments.Development);

        Made(next).ShouldNotBe(revoked);
        (await WorksAsync(next, revoked)).ShouldBeFalse();
        (await WorksAsync(next, Made(next))).ShouldBeTrue();
        (await File.ReadAllTextAsync(Directory.GetFiles(_database.Folder.FullName, "dev-key", SearchOption.AllDirectories).ShouldHaveSingleItem())).ShouldBe(Made(next));
    }

    [Fact]
    public async Task Start_WhenTheOperatorsSettingGoes_BringsTheDevelopersKeyBack()
    {
        var seen = new List<string>();
        foreach (var setting in new[] { null, First, null })
        {
            await using var store = await Store.StartAsync(_database, setting, Environments.Development);
            seen.AddRange(setting is null ? [Made(store)] : []);
            (await WorksAsync(store, seen[0])).ShouldBe(setting is null);
        }

        seen.Distinct().ShouldHaveSingleItem();
    }

    // `a+b` is a key with a previous key.
    private Task<Store> StartAsync(string setting, int hour = 0, FakeLogger<BootstrapKeys>? log = null)
    {
        var names = setting.Split('+');
        (string, string)[] previous = names.Length > 1 ? [("Bootstrap:PreviousApiKey", Keys[names[1]])] : [];
        return Store.StartAsync(
            _database,
            Store.Noon.AddHours(hour),
            Keys.GetValueOrDefault(names[0], names[0]),
            services => services.Replace(ServiceDescriptor.Singleton<ILogger<BootstrapKeys>>(log ?? new FakeLogger<BootstrapKeys>())),
            previous);
    }

    private static string PlainHash(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Made(Store store) => store.Services.GetRequiredService<IDevelopmentKey>().Value.ShouldNotBeNull();

    private static async Task RevokeAsync(Store store, string id)
    {
        await using var request = store.Request();
        (await request.ServiceProvider.GetRequiredService<IMediator>().Send(new RevokeApiKeyCommand(id))).Error.ShouldBeNull();
    }

    private static async Task<bool> WorksAsync(Store store, string key)
    {
        await using var request = store.Request();
        return await request.ServiceProvider.GetRequiredService<IApiKeyDirectory>().FindAsync(key, CancellationToken.None) is not null;
    }

    public sealed class OnSqlite : BootstrapKeyTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : BootstrapKeyTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : BootstrapKeyTests, IOn<SqlServerEngine>;
}
