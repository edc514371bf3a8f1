namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>Tests on a database file that is not there yet.</summary>
public abstract class SqliteFileTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private protected SqliteDatabase Database { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Database = (SqliteDatabase)Engine.Of(this).NewDatabase(isEmpty: true);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
