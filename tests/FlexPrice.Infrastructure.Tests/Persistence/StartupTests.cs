using FlexPrice.Application.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence;

public sealed class StartupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-startup-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Startup_WhenRunAgain_ChangesNothing()
    {
        await using var store = await Store.StartAsync();
        var before = Everything(store);

        await store.RunStartupAsync();
        await store.RunStartupAsync();

        Everything(store).ShouldBe(before);
        store.ReadOne("SELECT count(*) FROM tenants").ShouldBe("1");
        store.ReadOne("SELECT count(*) FROM environments").ShouldBe("1");
        store.ReadOne("SELECT is_bootstrap, status, roles FROM api_keys").ShouldBe("1|published|[\"super_admin\"]");
    }

    [Fact]
    public async Task Startup_WhenTheOperatorsKeyHasChanged_RevokesTheFormer()
    {
        await using (var store = await Store.StartAsync(_folder, "the-first-bootstrap-key"))
        {
            (await FindAsync(store, "the-first-bootstrap-key")).ShouldNotBeNull();
        }

        await using var next = await Store.StartAsync(_folder, "the-second-bootstrap-key");

        (await FindAsync(next, "the-first-bootstrap-key")).ShouldBeNull();
        (await FindAsync(next, "the-second-bootstrap-key")).ShouldNotBeNull();
        next.Read("SELECT status FROM api_keys ORDER BY rowid").ShouldBe(["deleted", "published"]);
        (await Should.ThrowAsync<InvalidOperationException>(() => Store.StartAsync(_folder, "the-first-bootstrap-key"))).Message.ShouldContain("configure another one");
        (await FindAsync(next, "the-second-bootstrap-key")).ShouldNotBeNull("The failed start has changed nothing");
    }

    [Fact]
    public async Task Startup_WhenNoKeyIsConfiguredAnyMore_LeavesTheFormer()
    {
        await using (await Store.StartAsync(_folder, "the-first-bootstrap-key"))
        {
        }

        await using var next = await Store.StartAsync(_folder, key: null);

        (await FindAsync(next, "the-first-bootstrap-key")).ShouldNotBeNull();
    }

    private static async Task<AuthenticatedKey?> FindAsync(Store store, string key)
    {
        await using var request = store.Request();
        return await request.ServiceProvider.GetRequiredService<IApiKeyDirectory>().FindAsync(key, CancellationToken.None);
    }

    private static string Everything(Store store) => string.Join('\n', new[] { "tenants", "environments", "api_keys", "audit_entries", "outbox_messages" }.SelectMany(table => store.Read($"SELECT * FROM {table}")));
}
