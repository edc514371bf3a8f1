namespace FlexPrice.Infrastructure.Tests.Initialization;

public abstract class DatabaseInitializerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase(isEmpty: true);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Startup_WhenRunAgain_ChangesNothing()
    {
        await using var store = await Store.StartAsync(_database);
        var before = _database.Dump();

        await store.RunStartupAsync();
        await store.RunStartupAsync();

        _database.Dump().ShouldEqual(before);
        store.ReadOne("SELECT count(*) FROM tenants").ShouldBe("1");
        store.ReadOne("SELECT count(*) FROM environments").ShouldBe("1");
        store.ReadOne("SELECT is_bootstrap, status, roles FROM api_keys").ShouldBe("1|published|[\"super_admin\"]");
    }

    [Fact]
    public async Task Start_WhenSeveralProcessesBeginAtOnce_MakesEverythingOnce()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.StartAsync(_database)))).WaitAsync(Patience);

        foreach (var table in new[] { "tenants", "environments", "api_keys" })
        {
            stores[0].ReadOne($"SELECT count(*) FROM {table}").ShouldBe("1", table);
        }

        stores.Select(store => store.Scope).Distinct().ShouldHaveSingleItem();
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    public sealed class OnSqlite : DatabaseInitializerTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : DatabaseInitializerTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : DatabaseInitializerTests, IOn<SqlServerEngine>;
}
