namespace FlexPrice.Infrastructure.Tests.Persistence;

public sealed class StartupTests
{
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

    private static string Everything(Store store) => string.Join('\n', new[] { "tenants", "environments", "api_keys", "audit_entries", "outbox_messages" }.SelectMany(table => store.Read($"SELECT * FROM {table}")));
}
