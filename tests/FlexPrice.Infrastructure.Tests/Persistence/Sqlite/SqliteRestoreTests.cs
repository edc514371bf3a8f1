using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteRestoreTests : SqliteFileTests
{
    [Fact]
    public async Task Start_WhenTheFileWasRestoredWithoutAWriteAheadLog_SetsItOnce()
    {
        await RestoreAsync();

        await using var store = await Store.StartAsync(Database);

        store.ReadOne("PRAGMA journal_mode").ShouldBe("wal");
    }

    // EF Core opens a connection like that to see whether the file exists.
    [Fact]
    public async Task Connection_WhenItIsReadOnlyOnSuchAFile_Opens()
    {
        await RestoreAsync();
        var options = new DbContextOptionsBuilder<SqliteFlexPriceDbContext>().UseFlexPriceSqlite($"Data Source={Database.File};Mode=ReadOnly;Pooling=False").Options;
        await using var context = new SqliteFlexPriceDbContext(options);

        await context.Database.OpenConnectionAsync();

        (await context.Environments.CountAsync()).ShouldBe(1);
    }

    private async Task RestoreAsync()
    {
        await using (await Store.StartAsync(Database))
        {
        }

        await using var connection = new SqliteConnection($"Data Source={Database.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        (await command.ExecuteScalarAsync()).ShouldBe("delete");
    }
}
