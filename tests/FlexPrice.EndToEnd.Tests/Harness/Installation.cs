namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>A folder in which one server lives through its starts: database, keys, failpoints and log.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string ApiKey = "sk_end_to_end_0123456789";

    private readonly Dictionary<string, string> _settings = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Bootstrap__ApiKey"] = ApiKey,
        ["Sample__Data"] = "false",
        ["DOTNET_NOLOGO"] = "true",
    };

    private Installation(string purpose)
    {
        Folder = Directory.CreateTempSubdirectory($"flexprice-{purpose}-").FullName;
        Failpoints = new FailpointFolder(Path.Combine(Folder, "failpoints"));
        _settings["Failpoints__Path"] = Failpoints.Path;
    }

    public string Folder { get; }

    public string DataFolder => Path.Combine(Folder, "data");

    public string DatabasePath => Path.Combine(DataFolder, "flexprice.db");

    public string LogPath => Path.Combine(Folder, "server.log");

    public FailpointFolder Failpoints { get; }

    public Database Database => new(DatabasePath);

    public static Installation For(string purpose) => new(purpose);

    public Installation With(string setting, string? value)
    {
        if (value is null)
        {
            _settings.Remove(setting);
        }
        else
        {
            _settings[setting] = value;
        }

        return this;
    }

    public Task<Server> StartAsync() => Server.StartAsync(this, _settings);

    public Task<EndedRun> FailToStartAsync() => RunAsync();

    public Task<EndedRun> RunAsync(params string[] verb) => Server.RunAsync(this, _settings, verb);

    public ValueTask DisposeAsync()
    {
        if (!KeepFolders)
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static bool KeepFolders => System.Environment.GetEnvironmentVariable("FLEXPRICE_KEEP_FOLDERS") is not null;
}
