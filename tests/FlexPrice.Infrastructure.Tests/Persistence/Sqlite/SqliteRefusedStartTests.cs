using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteRefusedStartTests : IOn<SqliteEngine>, IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Start_WhenNothingMayBeMadeInAnEmptyFolder_NamesBothSettings()
    {
        var error = await RefusalAsync(("Database:MigrateOnStart", "false"));

        error.ShouldStartWith("ConnectionStrings__FlexPrice");
        error.ShouldContain("Database__MigrateOnStart");
        File.Exists(_database.File).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhenTheFileIsNoDatabase_SaysSoAndLeavesIt()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter and no database. ", 100));
        await File.WriteAllTextAsync(_database.File, text);

        (await RefusalAsync()).ShouldContain("is no SQLite database");
        (await File.ReadAllTextAsync(_database.File)).ShouldBe(text);
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsAFolder_SaysSo()
    {
        Directory.CreateDirectory(_database.File);

        (await RefusalAsync()).ShouldContain("is a folder");
    }

    [Fact]
    public async Task Start_WhenFoldersCannotBeMade_NamesThemAll()
    {
        var file = Path.Combine(_database.Folder.FullName, "file");
        await File.WriteAllTextAsync(file, "no folder");

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(
            _database,
            settings: [("Keys:Path", Path.Combine(file, "keys")), ("ConnectionStrings:FlexPrice", $"Data Source={Path.Combine(file, "flexprice.db")}"), ("Worker:Role", "boss")]));

        refused.Errors.Select(error => error.Split(' ')[0]).ShouldBe(["Worker__Role", "ConnectionStrings__FlexPrice", "Keys__Path"], ignoreOrder: true);
    }

    private async Task<string> RefusalAsync(params (string Key, string Value)[] settings) =>
        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, settings: settings))).Errors.ShouldHaveSingleItem();
}
