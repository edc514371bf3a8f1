using System.Net;
using System.Net.Sockets;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>A start that cannot work names the setting and the fix, and shows no stack trace.</summary>
public sealed class RefusedStartTests : IOn<SqliteEngine>
{
    [Fact]
    public async Task Start_WhenSettingsAndFoldersAreWrong_NamesAllAtOnce()
    {
        await using var installation = Installation.For("refused", Engine.Of(this));
        var file = Path.Combine(installation.Folder, "file");
        await File.WriteAllTextAsync(file, "no folder");
        installation
            .With("ConnectionStrings__FlexPrice", $"Data Source={Path.Combine(file, "flexprice.db")}")
            .With("Keys__Path", Path.Combine(file, "keys"))
            .With("ASPNETCORE_URLS", "nonsense")
            .With("Worker__Role", "boss")
            .With("Bootstrap_ApiKey", "a-key-of-the-operator")
            .With("Webhook__Url", "https://example.com");

        (await installation.FailToStartAsync()).ShouldBeRefusedWith("ConnectionStrings__FlexPrice", "Keys__Path", "ASPNETCORE_URLS", "Worker__Role", "did you mean Bootstrap__ApiKey?", "did you mean Webhooks__Url?");
    }

    [Fact]
    public async Task Start_WhenThePortIsTaken_NamesTheSetting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var installation = Installation.For("taken", Engine.Of(this)).With("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        (await installation.FailToStartAsync()).ShouldBeRefusedWith("ASPNETCORE_URLS", "in use");
    }

    // A killed process leaves both files in the database's folder. The -shm is only an index of the -wal, which has the last commits.
    [Fact]
    public async Task Start_WhenTheIndexOfTheLogIsStale_MakesItAgainOrSaysWhatToDo()
    {
        await using var installation = Installation.For("stale", Engine.Of(this)).ForShortLives();
        var index = installation.DatabasePath + "-shm";
        await using (var killed = await installation.StartAsync())
        {
            (await killed.Client.PostAsync("/v1/customers", new { external_id = "ada", name = "Ada" })).Expecting(201);
            await killed.KillAsync();
        }

        new FileInfo(installation.DatabasePath + "-wal").Length.ShouldBePositive("the last commits are in the log");
        await File.WriteAllBytesAsync(index, [.. Enumerable.Repeat((byte)0xA5, 32 * 1024)]);
        await using (var next = await installation.StartAsync())
        {
            (await next.Client.GetAsync("/v1/customers/lookup/ada")).Expecting(200);
            await next.KillAsync();
        }

        File.Delete(index);
        Directory.CreateDirectory(index);
        (await installation.FailToStartAsync()).ShouldBeRefusedWith("ConnectionStrings__FlexPrice", "-shm");
    }
}
