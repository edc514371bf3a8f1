namespace FlexPrice.Testing.Processes;

/// <summary>A folder in which servers live through their starts, with the database that they share: keys, failpoints and logs.</summary>
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

    private readonly TestDatabase _database;
    private int _starts;

    private Installation(string purpose, TestDatabase? database)
    {
        Folder = Directory.CreateTempSubdirectory($"flexprice-{purpose}-").FullName;
        Failpoints = new FailpointFolder(Path.Combine(Folder, "failpoints"));
        _settings["Failpoints__Path"] = Failpoints.Path;
        foreach (var (name, value) in database?.Settings ?? new Dictionary<string, string?>())
        {
            _settings[name.Replace(":", "__", StringComparison.Ordinal)] = value!;
        }

        _database = database ?? new SqliteDatabase(DatabasePath);
        Database = new Database(_database);
    }

    public string Folder { get; }

    public string DataFolder => Path.Combine(Folder, "data");

    public string DatabasePath => Path.Combine(DataFolder, "flexprice.db");

    /// <summary>A log for the next start.</summary>
    public string NewLog() => Path.Combine(Folder, $"server-{Interlocked.Increment(ref _starts)}.log");

    /// <summary>The output of all servers.</summary>
    public IReadOnlyList<string> Logs() => Directory.GetFiles(Folder, "server-*.log");

    public FailpointFolder Failpoints { get; }

    public Database Database { get; }

    /// <summary>On a database of the engine.</summary>
    public static Installation For(string purpose, Engine engine) => new(purpose, engine is SqliteEngine ? null : engine.NewDatabase());

    /// <summary>On a database that is there and goes with the installation.</summary>
    public static Installation For(string purpose, TestDatabase database) => new(purpose, database);

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

    /// <summary>Has the runtime spend less on the code of processes that do not live for long.</summary>
    public Installation ForShortLives() => With("DOTNET_TieredPGO", "0").With("DOTNET_TC_CallCountThreshold", "2000").With("DOTNET_EnableWriteXorExecute", "0");

    public Task<Server> StartAsync() => Server.StartAsync(this, _settings);

    /// <summary>Starts a server where another one may be faster.</summary>
    public Task<(Server? Server, EndedRun? Refused)> TryStartAsync() => Server.TryStartAsync(this, _settings);

    /// <summary>Starts one with additional settings.</summary>
    public Task<Server> StartAsync(IReadOnlyDictionary<string, string> settings) => Server.StartAsync(this, _settings.Concat(settings).ToDictionary());

    /// <summary>Starts a server that lacks a setting of the others.</summary>
    public Task<Server> StartWithoutAsync(string setting) => Server.StartAsync(this, _settings.Where(known => known.Key != setting).ToDictionary());

    public Task<EndedRun> FailToStartAsync() => RunAsync();

    /// <summary>Starts a server, and stops it as soon as it has logged something of its start.</summary>
    public Task<EndedRun> StartAndTerminateAsync(string said) => Server.StartAndTerminateAsync(this, _settings, said);

    public Task<EndedRun> RunAsync(params string[] verb) => Server.RunAsync(this, _settings, verb);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (!KeepFolders)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static bool KeepFolders => System.Environment.GetEnvironmentVariable("FLEXPRICE_KEEP_FOLDERS") is not null;
}
