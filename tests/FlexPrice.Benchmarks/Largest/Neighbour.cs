using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace FlexPrice.Benchmarks.Largest;

/// <summary>Another tenant, who asks for something small all the while.</summary>
internal sealed class Neighbour(HttpClient http) : IDisposable
{
    private const string Key = "sk_neighbour_only_0123456789";
    private const int Clients = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task<Neighbour> MoveInAsync(Cluster cluster, HttpClient product)
    {
        await cluster.ExecuteAsync($"""
            INSERT INTO tenants (id, name, status, created_at) SELECT 'tenant_neighbour', name, status, created_at FROM tenants LIMIT 1;
            INSERT INTO environments (tenant_id, id, name, type, created_at) SELECT 'tenant_neighbour', 'env_neighbour', name, type, created_at FROM environments LIMIT 1;
            INSERT INTO api_keys SELECT (jsonb_populate_record(k, jsonb_build_object(
                'tenant_id', 'tenant_neighbour', 'environment_id', 'env_neighbour', 'id', 'secret_neighbour', 'is_bootstrap', false,
                'key_hash', '{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}'))).* FROM api_keys k WHERE is_bootstrap
            """);
        var http = new HttpClient { BaseAddress = product.BaseAddress };
        http.DefaultRequestHeaders.Add("x-api-key", Key);
        return new Neighbour(http);
    }

    /// <summary>How long the neighbour waited, for as long as something else was done.</summary>
    public async Task<Measurement> WatchAsync(Func<Task> work)
    {
        using var end = new CancellationTokenSource();
        var started = Stopwatch.GetTimestamp();
        var asking = Enumerable.Range(0, Clients).Select(_ => QueryAsync(end.Token)).ToList();
        try
        {
            await work();
        }
        finally
        {
            await end.CancelAsync();
        }

        var taken = await Task.WhenAll(asking);
        return new Measurement(Stopwatch.GetElapsedTime(started), [.. taken.SelectMany(times => times)]);
    }

    public void Dispose() => http.Dispose();

    private async Task<IReadOnlyList<double>> QueryAsync(CancellationToken end)
    {
        var taken = new List<double>();
        do
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri("/v1/customers?limit=1", UriKind.Relative), CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(Pause, CancellationToken.None);
        }
        while (!end.IsCancellationRequested);

        return taken;
    }
}
