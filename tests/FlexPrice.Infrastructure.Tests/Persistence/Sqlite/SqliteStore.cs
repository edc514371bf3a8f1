namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>A database file of the product that tests share which only read.</summary>
public sealed class SqliteStore : IAsyncLifetime
{
    private TestDatabase _database = null!;

    internal string ConnectionString => _database.Settings["ConnectionStrings:FlexPrice"] + ";Pooling=False";

    internal IReadOnlyList<string> Tables => [.. _database.Columns().Select(column => column.Table).Distinct(StringComparer.Ordinal)];

    public async Task InitializeAsync()
    {
        _database = new SqliteEngine().NewDatabase();
        await using (await Store.StartAsync(_database))
        {
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();
}
