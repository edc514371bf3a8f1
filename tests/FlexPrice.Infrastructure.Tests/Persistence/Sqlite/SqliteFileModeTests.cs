using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteFileModeTests : SqliteFileTests
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    [Fact]
    public async Task Start_WhenItMakesFilesAndFolders_MakesThemForTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var data = Path.Combine(Database.Folder.FullName, "deep", "data");
        await using var store = await Store.StartAsync(Database, settings: [("ConnectionStrings:FlexPrice", $"Data Source={Path.Combine(data, "flexprice.db")}")]);

        foreach (var folder in new[] { data, Path.Combine(Database.Folder.FullName, "keys") })
        {
            File.GetUnixFileMode(folder).ShouldBe(OwnersFolder, folder);
        }

        foreach (var file in Directory.GetFiles(data))
        {
            File.GetUnixFileMode(file).ShouldBe(OwnersFile, file);
        }

        Directory.GetFiles(data).Select(Path.GetFileName).ShouldBe(["flexprice.db", "flexprice.db-shm", "flexprice.db-wal", "flexprice.db.lock"], ignoreOrder: true);
        FolderCheck.Warnings(store.Services.GetRequiredService<FlexPriceSettings>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_WhenOthersMayReadWhatExists_WarnsAndLeavesTheModes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var database = Database.File;
        var keys = Path.Combine(Database.Folder.FullName, "keys");
        await using (await Store.StartAsync(Database))
        {
        }

        File.SetUnixFileMode(database, OwnersFile | UnixFileMode.GroupRead);
        File.SetUnixFileMode(keys, OwnersFolder | UnixFileMode.OtherRead);

        await using var store = await Store.StartAsync(Database);

        var warnings = FolderCheck.Warnings(store.Services.GetRequiredService<FlexPriceSettings>()).ToList();
        warnings.ShouldContain(warning => warning.StartsWith("ConnectionStrings__FlexPrice") && warning.EndsWith($"chmod 600 {database}"));
        warnings.ShouldContain(warning => warning.StartsWith("Keys__Path") && warning.EndsWith($"chmod 700 {keys}"));
        File.GetUnixFileMode(database).ShouldBe(OwnersFile | UnixFileMode.GroupRead);
    }
}
