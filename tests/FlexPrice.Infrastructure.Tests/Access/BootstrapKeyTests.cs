using FlexPrice.Application.Access;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Infrastructure.Configuration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlexPrice.Infrastructure.Tests.Access;

public abstract class BootstrapKeyTests : IAsyncLifetime
{
    private const string First = "the-first-bootstrap-key";
    private const string Second = "the-second-bootstrap-key";

    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Start_WhenTheSettingChanges_LetsOnlyTheKeyOfTheSettingWork()
    {
        foreach (var setting in new[] { First, Second, First, null, First, null, Second })
        {
            await using var store = await Store.StartAsync(_database, setting);

            (await WorksAsync(store, First)).ShouldBe(setting == First, setting);
            (await WorksAsync(store, Second)).ShouldBe(setting == Second, setting);
        }
    }

    [Fact]
    public async Task Start_WhenTheSettingChanges_AuditsWhatHappensToItsKeys()
    {
        var actions = new List<string>();
        foreach (var setting in new[] { First, null, First, First })
        {
            await using var store = await Store.StartAsync(_database, setting);
            actions.AddRange(store.Read("SELECT action FROM audit_entries").Except(actions, StringComparer.Ordinal));
        }

        actions.ShouldBe(["api_key.issued", "api_key.revoked", "api_key.reinstated"]);
        _database.Count("audit_entries").ShouldBe(actions.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_WhenTheKeyWasRevokedThroughTheApi_IsRefused(bool hasAnotherKeyBetween)
    {
        await using (var store = await Store.StartAsync(_database, First))
        {
            await RevokeAsync(store, store.ReadOne("SELECT id FROM api_keys"));
        }

        if (hasAnotherKeyBetween)
        {
            await using (await Store.StartAsync(_database, Second))
            {
            }
        }

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, First));

        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("Bootstrap__ApiKey");
        refused.Message.ShouldContain("revoked through the API");
        refused.Message.ShouldNotContain(First, Case.Sensitive, "A key is never printed");
        await using var next = await Store.StartAsync(_database, Second);
        (await WorksAsync(next, First)).ShouldBeFalse();
        (await WorksAsync(next, Second)).ShouldBeTrue();
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
