using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Tests.Initialization;

public abstract class RefusedStartTests
{
    [Fact]
    public async Task Start_WhenTheSchemaIsOldAndMayNotBeMigrated_SaysSo()
    {
        await using var database = Engine.Of(this).NewDatabase(isEmpty: true);
        database.Execute("CREATE TABLE something_else (id integer)");

        (await RefusalAsync(database, ("Database:MigrateOnStart", "false"))).ShouldStartWith("Database__MigrateOnStart is false");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Start_WhenALaterVersionHasMigrated_IsRefusedAndChangesNothing(string migrates)
    {
        await using var database = Engine.Of(this).NewDatabase();
        await using (await Store.StartAsync(database))
        {
        }

        database.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '10.0.0')");
        var before = database.Dump();

        (await RefusalAsync(database, ("Database:MigrateOnStart", migrates))).ShouldContain("29990101000000_Later");

        database.Dump().ShouldEqual(before);
    }

    private static async Task<string> RefusalAsync(TestDatabase database, params (string Key, string Value)[] settings) =>
        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(database, settings: settings))).Errors.ShouldHaveSingleItem();

    public sealed class OnSqlite : RefusedStartTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : RefusedStartTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : RefusedStartTests, IOn<SqlServerEngine>;
}
