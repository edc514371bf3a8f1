using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteStartLockTests : SqliteFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Start_WhenAnotherProcessPreparesTheSameFile_MakesNothingMeanwhile()
    {
        var database = Database.File;
        var held = new FileStream(database + ".lock", FileMode.Create, FileAccess.Write, FileShare.None);

        var starting = Task.Run(() => Store.StartAsync(Database));
        await Task.Delay(TimeSpan.FromSeconds(2));

        starting.IsCompleted.ShouldBeFalse();
        (File.Exists(database) && new FileInfo(database).Length > 0).ShouldBeFalse();
        await held.DisposeAsync();
        await (await starting.WaitAsync(Patience)).DisposeAsync();
    }

    [Fact]
    public async Task Start_WhenAProcessWasKilledInTheFirstMigration_GoesOn()
    {
        await using (var connection = new SqliteConnection($"Data Source={Database.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-01 12:00:00+00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var store = await Task.Run(() => Store.StartAsync(Database)).WaitAsync(Patience);

        store.ReadOne("SELECT count(*) FROM environments").ShouldBe("1");
    }

    [Fact]
    public async Task Enter_WhenAnotherProcessHoldsTheLock_SaysSoOnceAndWaits()
    {
        await using var store = await Store.StartAsync(Database);
        var log = new FakeLogger<SqliteStartLock>();
        var second = ActivatorUtilities.CreateInstance<SqliteStartLock>(store.Services, log);
        var held = await store.Services.GetRequiredService<SqliteStartLock>().EnterAsync(CancellationToken.None);

        var entering = second.EnterAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(400));

        entering.IsCompleted.ShouldBeFalse();
        log.Lines.ShouldHaveSingleItem().ShouldStartWith($"{nameof(LogLevel.Information)} Another process is starting on the same database");
        await held.DisposeAsync();
        await (await entering.WaitAsync(Patience)).DisposeAsync();
    }

    [Fact]
    public async Task Enter_WhenTheStartIsCancelled_WaitsNoLonger()
    {
        await using var store = await Store.StartAsync(Database);
        var startLock = store.Services.GetRequiredService<SqliteStartLock>();
        await using var held = await startLock.EnterAsync(CancellationToken.None);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(() => startLock.EnterAsync(cancelled.Token).WaitAsync(Patience));
    }
}
