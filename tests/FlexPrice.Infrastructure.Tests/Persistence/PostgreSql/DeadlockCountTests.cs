using Npgsql;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>Whether a deadlock is counted; without this, none in the races would prove nothing.</summary>
public sealed class DeadlockCountTests : IOn<PostgreSqlEngine>
{
    [Fact]
    public async Task Deadlock_WhenTwoSessionsMakeOne_IsCounted()
    {
        await using var database = (PostgreSqlDatabase)new PostgreSqlEngine().NewDatabase();
        database.Deadlocks.ShouldBe(0);
        await using (var left = await database.ConnectAsync())
        await using (var right = await database.ConnectAsync())
        {
            await LockAsync(left, 1);
            await LockAsync(right, 2);

            var both = new[] { LockAsync(left, 2), LockAsync(right, 1) };
            (await Should.ThrowAsync<PostgresException>(() => Task.WhenAll(both))).SqlState.ShouldBe(PostgresErrorCodes.DeadlockDetected);
        }

        for (var tries = 0; database.Deadlocks == 0 && tries < 100; tries++)
        {
            await Task.Delay(50);
        }

        database.Deadlocks.ShouldBe(1);
    }

    private static async Task LockAsync(NpgsqlConnection connection, int number)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({number})", connection);
        await command.ExecuteNonQueryAsync();
    }
}
