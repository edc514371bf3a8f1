using System.Collections.Concurrent;
using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

[Collection(Alone.Name)]
public sealed class SqliteScrubberTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [LinuxFact]
    public async Task Scrub_WhenItRewritesTheFile_PutsTheCopyBesideTheDatabaseAndNotIntoMemory()
    {
        await FillAsync(megabytes: 32);
        var temporary = new ConcurrentDictionary<string, bool>();
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(() => Watch(temporary, stop.Token));

        await ScrubAsync();

        await stop.CancelAsync();
        await watch;
        temporary.Keys.ShouldContain(path => Path.GetDirectoryName(path) == _store.Database.Folder.FullName);
        temporary.Keys.ShouldAllBe(path => Path.GetDirectoryName(path) == _store.Database.Folder.FullName);
        Directory.EnumerateFiles(_store.Database.Folder.FullName, "etilqs_*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Scrub_WhenDone_LeavesTheConnectionsOfOthersWithTheirTemporaryTablesInMemory()
    {
        await ScrubAsync();

        await using var request = _store.Request();
        var database = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database;
        await database.OpenConnectionAsync();
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA temp_store";
        (await command.ExecuteScalarAsync()).ShouldBe(2L);
    }

    [Theory]
    [InlineData(0.01, 0.09)]
    [InlineData(30, 270)]
    [InlineData(600, 900)]
    public void Rest_AfterAScrub_LeavesWritersNineTenthsOfTheTimeAndEndsWithinAQuarterOfAnHour(double seconds, double rest) =>
        SqliteScrubber.PauseAfter(TimeSpan.FromSeconds(seconds)).ShouldBe(TimeSpan.FromSeconds(rest));

    private async Task ScrubAsync() => await _store.Services.GetRequiredService<IStorageScrubber>().ScrubAsync(CancellationToken.None);

    private async Task FillAsync(int megabytes)
    {
        await using var request = _store.Request();
        var database = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database;
        await database.ExecuteSqlRawAsync("CREATE TABLE filling (bytes BLOB)");
        for (var megabyte = 0; megabyte < megabytes; megabyte++)
        {
            await database.ExecuteSqlRawAsync("INSERT INTO filling VALUES (randomblob(1048576))");
        }
    }

    // A temporary file has lost its name as soon as it is open.
    private static void Watch(ConcurrentDictionary<string, bool> seen, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var descriptor in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
            {
                try
                {
                    if (new FileInfo(descriptor).LinkTarget is { } target && target.Contains("etilqs_", StringComparison.Ordinal))
                    {
                        seen.TryAdd(target.Replace(" (deleted)", "", StringComparison.Ordinal), true);
                    }
                }
                catch (IOException)
                {
                    // Closed since it was listed.
                }
            }
        }
    }
}
