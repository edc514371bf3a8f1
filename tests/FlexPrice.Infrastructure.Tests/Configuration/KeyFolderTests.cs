using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Tests.Configuration;

/// <summary>A start describes any wrong content of a key file in one sentence.</summary>
public sealed class KeyFolderTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private TestDatabase _database = null!;

    private string Keys => Path.Combine(_database.Folder.FullName, "keys");

    public async Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        await using (await Store.StartAsync(_database))
        {
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_WhenAFileOfTheRingCannotBeRead_IsRefused(bool isFolder)
    {
        var file = Directory.GetFiles(Keys, "key-*.xml")[0];
        File.Delete(file);
        if (isFolder)
        {
            Directory.CreateDirectory(file);
        }
        else
        {
            await File.WriteAllTextAsync(file, "no key");
        }

        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database))).Errors.ShouldHaveSingleItem().ShouldStartWith($"Keys__Path ({Keys}) has a file of the key ring that cannot be read");
    }

    [Fact]
    public void LookupKey_WhenItCannotBeRead_IsRefused()
    {
        var folder = Path.Combine(_database.Folder.FullName, "others");
        Directory.CreateDirectory(Path.Combine(folder, "lookup.key"));

        Should.Throw<ConfigurationException>(() => new KeyFolder(folder).LookupKey()).Errors.ShouldHaveSingleItem().ShouldContain("lookup.key that cannot be read");
    }

    [Fact]
    public async Task Start_WhenTheMadeUpKeyCannotBeRead_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(((SqliteDatabase)_database).File)!, "dev-key"));

        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, key: null, "Development"))).Errors.ShouldHaveSingleItem().ShouldContain("dev-key");
    }
}
