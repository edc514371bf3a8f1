using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteRefusedStartTests : SqliteFileTests
{
    [Fact]
    public async Task Start_WhenNothingMayBeMadeInAnEmptyFolder_NamesBothSettings()
    {
        var error = await RefusalAsync(("Database:MigrateOnStart", "false"));

        error.ShouldStartWith("ConnectionStrings__FlexPrice");
        error.ShouldContain("Database__MigrateOnStart");
        File.Exists(Database.File).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhenTheFileIsNoDatabase_SaysSoAndLeavesIt()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter and no database. ", 100));
        await File.WriteAllTextAsync(Database.File, text);

        (await RefusalAsync()).ShouldContain("is no SQLite database");
        (await File.ReadAllTextAsync(Database.File)).ShouldBe(text);
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsAFolder_SaysSo()
    {
        Directory.CreateDirectory(Database.File);

        (await RefusalAsync()).ShouldContain("is a folder");
    }

    [Fact]
    public async Task Start_WhenFoldersCannotBeMade_NamesThemAll()
    {
        var file = Path.Combine(Database.Folder.FullName, "file");
        await File.WriteAllTextAsync(file, "no folder");

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(
            Database,
            settings: [("Keys:Path", Path.Combine(file, "keys")), ("ConnectionStrings:FlexPrice", $"Data Source={Path.Combine(file, "flexprice.db")}"), ("Worker:Role", "boss")]));

        refused.Errors.Select(error => error.Split(' ')[0]).ShouldBe(["Worker__Role", "ConnectionStrings__FlexPrice", "Keys__Path"], ignoreOrder: true);
    }

    private async Task<string> RefusalAsync(params (string Key, string Value)[] settings) =>
        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(Database, settings: settings))).Errors.ShouldHaveSingleItem();
}
