using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace FlexPrice.Benchmarks;

/// <summary>The real program on files of its own. It serves only, so that no work of the outbox is measured along.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Key = "sk_benchmark_only_0123456789";
    private readonly Process _process;
    private readonly string _folder;

    private Server(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Http = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "x-api-key", Key } } };
    }

    public HttpClient Http { get; }

    public static async Task<Server> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FlexPrice.Api.dll")])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["ConnectionStrings__FlexPrice"] = $"Data Source={folder}/server.db",
                ["Keys__Path"] = Path.Combine(folder, "keys"),
                ["Bootstrap__ApiKey"] = Key,
                ["Sample__Data"] = "false",
                ["Worker__Role"] = "api",
                ["Logging__LogLevel__Default"] = "Error",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, folder, address);
        while (!await server.IsReadyAsync())
        {
            await Task.Delay(100);
        }

        await server.LetKeyDeleteAsync();
        return server;
    }

    public async Task<string> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("id", out var id) ? id.GetString()! : "";
    }

    /// <summary>The statements that make the server's schema, for a database of the same shape.</summary>
    public IReadOnlyList<string> SchemaStatements()
    {
        using var connection = new SqliteConnection($"Data Source={_folder}/server.db;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index'";
        using var reader = command.ExecuteReader();
        var statements = new List<string>();
        while (reader.Read())
        {
            statements.Add(reader.GetString(0));
        }

        return statements;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // By default a key is stopped after a hundred deletions in an hour.
    private async Task LetKeyDeleteAsync()
    {
        using var response = await Http.PutAsJsonAsync("/v1/settings/deletion-policy", new { deletions_per_hour = 100_000 });
        response.EnsureSuccessStatusCode();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException refused)
        {
            return _process.HasExited ? throw new InvalidOperationException("The server ended before it was ready.", refused) : false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
