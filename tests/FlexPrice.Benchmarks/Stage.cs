using System.Diagnostics;
using System.Globalization;
using FlexPrice.Benchmarks.Contestants;
using FlexPrice.Benchmarks.Load;
using Npgsql;

namespace FlexPrice.Benchmarks;

/// <summary>Everything that a run needs: a database server, the customers, and who deletes them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Key = "sk_benchmark_only_0123456789";
    private const int UsageEvents = 1000;
    private readonly string _folder;
    private readonly List<IAsyncDisposable> _open = [];

    private Stage(string folder, Extent extent)
    {
        _folder = folder;
        Extent = extent;
    }

    public Extent Extent { get; }

    public Cluster Cluster { get; private set; } = null!;

    public Population Population { get; private set; } = null!;

    public HttpContestant Product { get; private set; } = null!;

    public HttpContestant HandWritten { get; private set; } = null!;

    public IContestant Floor { get; private set; } = null!;

    public IContestant PgBench { get; private set; } = null!;

    public static async Task<Stage> SetAsync(Extent extent)
    {
        var stage = new Stage(Directory.CreateTempSubdirectory("flexprice-bench-").FullName, extent);
        try
        {
            await stage.SetAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes customers with so many usage events each.</summary>
    public async Task PopulateAsync(int customers, int usageEvents, int cancelledSubscriptions = 3)
    {
        Population = await Population.CreateAsync(Cluster, Product.Server.Http, usageEvents, cancelledSubscriptions);
        Product = new HttpContestant(Product.Name, Product.Server, Population);
        if (HandWritten is not null)
        {
            HandWritten = new HttpContestant(HandWritten.Name, HandWritten.Server, Population);
        }

        await Population.AddUsageAsync(0, customers, usageEvents);
    }

    /// <summary>A second server of the product, behind the wire tap.</summary>
    public async Task<(HttpContestant Product, WireTap Tap)> TapAsync()
    {
        var tap = new WireTap(new NpgsqlConnectionStringBuilder(Cluster.ConnectionString).Port);
        _open.Add(tap);

        // Who asks for encryption first speaks another protocol before this one.
        var through = new NpgsqlConnectionStringBuilder(Cluster.ConnectionString) { Port = tap.Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable };
        var server = await StartProductAsync("tapped", through.ToString());
        return (new HttpContestant(Product.Name, server, Population), tap);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in Enumerable.Reverse(_open))
        {
            await open.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task SetAsync()
    {
        Cluster = await Cluster.StartAsync();
        _open.Add(Cluster);
        var product = await StartProductAsync("product", Cluster.ConnectionString, "migrate");
        Product = new HttpContestant("FlexPrice", product, null!);
        await PopulateAsync(Extent.AtMany, UsageEvents);
        await Population.ReviveAsync(1);
        await Product.DeleteAsync(1, 1);
        var edges = await Cluster.ReadAsync<string>("SELECT CAST(edges AS text) FROM deletions");
        var (tenant, environment, actor) = (await TextAsync("tenant_id"), await TextAsync("environment_id"), await TextAsync("id"));
        await Cluster.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            CREATE SCHEMA floor;
            CREATE FUNCTION floor.customer(number bigint) RETURNS text LANGUAGE sql IMMUTABLE RETURN {Population.CustomerInSql};
            CREATE FUNCTION floor.tenant() RETURNS text LANGUAGE sql IMMUTABLE RETURN CAST('{tenant}' AS text);
            CREATE FUNCTION floor.environment() RETURNS text LANGUAGE sql IMMUTABLE RETURN CAST('{environment}' AS text);
            CREATE FUNCTION floor.actor() RETURNS text LANGUAGE sql IMMUTABLE RETURN CAST('{actor}' AS text);
            CREATE FUNCTION floor.edges() RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN CAST('{edges.Replace("'", "''", StringComparison.Ordinal)}' AS jsonb);
            """));
        await Floors.Floor.CreateAsync(Cluster);
        Floor = new FloorLoop(Cluster.ConnectionString, Floors.Floor.Read());
        PgBench = new PgBench(await Cluster.ProgramsAsync(), Cluster.ConnectionString, _folder);
        var handWritten = await ServerProcess.StartAsync(
            _folder,
            "hand-written",
            [typeof(Stage).Assembly.Location, HandWrittenEndpoint.Verb, Cluster.ConnectionString, tenant, environment, actor],
            new Dictionary<string, string>());
        _open.Add(handWritten);
        HandWritten = new HttpContestant("hand-written endpoint", handWritten, Population);
    }

    private Task<string> TextAsync(string column) => Cluster.ReadAsync<string>($"SELECT CAST({column} AS text) FROM api_keys WHERE is_bootstrap");

    private async Task<ServerProcess> StartProductAsync(string name, string connectionString, string? verb = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "FlexPrice.Api.dll");
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__FlexPrice"] = connectionString,
            ["Keys__Path"] = Path.Combine(_folder, "keys"),
            ["Bootstrap__ApiKey"] = Key,

            // It serves only, so that no work of the outbox is measured along.
            ["Worker__Role"] = "api",
        };
        if (verb is not null)
        {
            await RunAsync(program, verb, settings);
        }

        var server = await ServerProcess.StartAsync(_folder, name, [program], settings);
        server.Http.DefaultRequestHeaders.Add("x-api-key", Key);
        _open.Add(server);
        return server;
    }

    private async Task RunAsync(string program, string verb, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, verb]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = _folder };
        foreach (var (setting, value) in settings)
        {
            start.Environment[setting] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{verb} ended with {process.ExitCode}: {output}");
        }
    }
}
