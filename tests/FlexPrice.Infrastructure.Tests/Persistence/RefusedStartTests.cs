using FlexPrice.Infrastructure.Configuration;
using Microsoft.Data.Sqlite;

namespace FlexPrice.Infrastructure.Tests.Persistence;

public sealed class RefusedStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-refused-");

    private string DatabaseFile => Path.Combine(_folder.FullName, "flexprice.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_WhenNothingMayBeMadeInAnEmptyFolder_NamesBothSettings()
    {
        var error = await RefusalAsync(("Database:MigrateOnStart", "false"));

        error.ShouldStartWith("ConnectionStrings__FlexPrice");
        error.ShouldContain("Database__MigrateOnStart");
        File.Exists(DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhenTheSchemaIsOldAndMayNotBeMigrated_SaysSo()
    {
        await File.WriteAllBytesAsync(DatabaseFile, []);

        (await RefusalAsync(("Database:MigrateOnStart", "false"))).ShouldStartWith("Database__MigrateOnStart is false");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Start_WhenALaterVersionHasMigrated_IsRefusedAndChangesNothing(string migrates)
    {
        await using (await Store.StartAsync(_folder))
        {
        }

        await using var connection = new SqliteConnection($"Data Source={DatabaseFile}");
        await connection.OpenAsync();
        await using var later = new SqliteCommand("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '10.0.0')", connection);
        await later.ExecuteNonQueryAsync();

        (await RefusalAsync(("Database:MigrateOnStart", migrates))).ShouldContain("29990101000000_Later");
    }

    [Fact]
    public async Task Start_WhenTheFileIsNoDatabase_SaysSoAndLeavesIt()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter and no database. ", 100));
        await File.WriteAllTextAsync(DatabaseFile, text);

        (await RefusalAsync()).ShouldContain("is no SQLite database");
        (await File.ReadAllTextAsync(DatabaseFile)).ShouldBe(text);
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsAFolder_SaysSo()
    {
        Directory.CreateDirectory(DatabaseFile);

        (await RefusalAsync()).ShouldContain("is a folder");
    }

    [Fact]
    public async Task Start_WhenFoldersCannotBeMade_NamesThemAll()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "no folder");

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(
            _folder,
            settings: [("Keys:Path", Path.Combine(file, "keys")), ("ConnectionStrings:FlexPrice", $"Data Source={Path.Combine(file, "flexprice.db")}"), ("Worker:Role", "boss")]));

        refused.Errors.Select(error => error.Split(' ')[0]).ShouldBe(["Worker__Role", "ConnectionStrings__FlexPrice", "Keys__Path"], ignoreOrder: true);
    }

    private async Task<string> RefusalAsync(params (string Key, string Value)[] settings)
    {
        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_folder, settings: settings));
        SqliteConnection.ClearAllPools();
        return refused.Errors.ShouldHaveSingleItem();
    }
}
