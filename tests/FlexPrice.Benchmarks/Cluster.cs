using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace FlexPrice.Benchmarks;

/// <summary>A PostgreSQL server on loopback that commits as in production: to the disk, before it answers.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly NpgsqlDataSource _source;

    private Cluster(string folder, string connectionString)
    {
        _folder = folder;
        ConnectionString = connectionString;
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 });
    }

    public string ConnectionString { get; }

    /// <summary>The folder of pgbench.</summary>
    public static async Task<string> ProgramsAsync() => (await Script("find")).Trim();

    public static async Task<Cluster> StartAsync()
    {
        // PostgreSQL runs as a user of its own, who must reach it.
        var folder = Directory.CreateTempSubdirectory("flexprice-bench-postgresql-").FullName;
        var server = await Script("start", folder, "synchronous_commit=on", "fsync=on", "full_page_writes=on", "shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=1h");
        return new Cluster(folder, server.Trim());
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)Convert.ChangeType(await command.ExecuteScalarAsync(), typeof(T), CultureInfo.InvariantCulture)!;
    }

    /// <summary>How many bytes the write-ahead log has had so far.</summary>
    public Task<double> LogPositionAsync() => ReadAsync<double>("SELECT pg_current_wal_lsn() - '0/0'");

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await Script("stop", _folder);
    }

    private static async Task<string> Script(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("build/postgresql.sh"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"build/postgresql.sh {arguments[0]} ended with {process.ExitCode}.");
    }
}
