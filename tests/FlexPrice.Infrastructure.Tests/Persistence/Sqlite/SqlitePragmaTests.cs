using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqlitePragmaTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("temp_store", "2")]
    public async Task Pragma_WhenAConnectionComesFromThePool_IsSet(string pragma, string expected)
    {
        for (var use = 0; use < 3; use++)
        {
            await using var request = _store.Request();
            var database = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database;
            if (use == 0)
            {
                await database.OpenConnectionAsync();
            }
            else
            {
                database.OpenConnection();
            }

            await using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected, $"use {use}");
        }
    }

    [Fact]
    public async Task Model_WhenComparedWithTheMigrations_HasNoPendingChange()
    {
        await using var request = _store.Request();

        request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
