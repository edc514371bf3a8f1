using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Tests.Persistence;

public abstract class ForeignTableTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase(isEmpty: true);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Start_WhenATableOfAnotherProgramIsInTheWay_NamesItAndLeavesItAlone()
    {
        _database.Execute("CREATE TABLE customers (theirs int)");

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, settings: ("Database:MigrateOnStart", "true")));

        refused.Errors.ShouldHaveSingleItem().ShouldContain("'customers' that this program did not make");
        _database.Count("customers").ShouldBe(0);
    }

    [Fact]
    public async Task Start_WhenTheHistoryIsOfAnotherProgram_SaysSo()
    {
        _database.Execute("CREATE TABLE \"__EFMigrationsHistory\" (theirs int)");

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, settings: ("Database:MigrateOnStart", "true")));

        refused.Errors.ShouldHaveSingleItem().ShouldContain("belongs to another program");
    }

    public sealed class OnSqlite : ForeignTableTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : ForeignTableTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : ForeignTableTests, IOn<SqlServerEngine>;
}
