using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FlexPrice.Benchmarks.Largest;

/// <summary>Sends the largest allowed request to every endpoint that takes a body, against many customers, while another tenant asks for something small.</summary>
internal sealed class LargestRequests(Stage stage)
{
    private const int Customers = 10_000;
    private const int Clients = 2;
    private const int Turns = 10;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    public async Task<string> MeasureAsync()
    {
        await stage.Population.ReviveAsync(Customers);
        using var neighbour = await Neighbour.MoveInAsync(stage.Cluster, stage.Product.Server.Http);
        var ids = Enumerable.Range(0, Customers).Select(stage.Population.Customer).ToList();
        var bodies = new LargestBodies(ids);
        var named = await NamedAsync();
        var operations = await OperationsAsync();
        if (operations.Where(operation => bodies.Of(operation) is null).ToList() is { Count: > 0 } forgotten)
        {
            throw new InvalidOperationException($"Say what the largest request is of: {string.Join(", ", forgotten)}");
        }

        var text = new StringBuilder().AppendLine(await Machine.DescribeAsync(stage.Cluster)).AppendLine();
        text.AppendLine("| largest request | KB | status | p50 ms | longest ms | another tenant's p99 ms |").AppendLine("|---|---:|---:|---:|---:|---:|");
        var alone = await neighbour.WatchAsync(() => Task.Delay(Quiet));
        text.AppendLine(CultureInfo.InvariantCulture, $"| none | | | | | {alone.Percentile(99):0.0} |");
        foreach (var operation in operations)
        {
            await Console.Error.WriteLineAsync(operation);
            var sent = new List<Sent>();
            var meanwhile = await neighbour.WatchAsync(async () => sent.AddRange((await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => SendAsync(operation, bodies, named)))).SelectMany(turns => turns)));
            var measured = new Measurement(TimeSpan.Zero, [.. sent.Select(one => one.Milliseconds)]);
            var statuses = string.Join(", ", sent.Select(one => one.Status).Distinct().Order());
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{operation}` | {sent[0].Bytes / 1024.0:0} | {statuses} | {measured.Percentile(50):0} | {measured.Milliseconds.Max():0} | {meanwhile.Percentile(99):0.0} |");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Peak memory of the process: {stage.Product.Server.PeakMemory / 1024.0 / 1024.0:0} MB.");
        return text.ToString();
    }

    // From the documentation, so that a new endpoint is not forgotten.
    private async Task<IReadOnlyList<string>> OperationsAsync()
    {
        using var document = JsonDocument.Parse(await stage.Product.Server.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("requestBody", out _)
               select $"{operation.Name.ToUpperInvariant()} {path.Name}",
        ];
    }

    // What the paths may name, by the route that names it: of the type that its handler looks for, so that it is found.
    private async Task<IReadOnlyDictionary<string, string>> NamedAsync()
    {
        await stage.Product.DeleteAsync(Customers - 1);
        var recipient = (await stage.Cluster.ListAsync("SELECT deletion_id || ' ' || id FROM recipients ORDER BY id LIMIT 1"))[0].Split(' ');
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/v1/customers"] = $"/v1/customers?id={stage.Population.Customer(0)}",
            ["/v1/customers/{id}"] = $"/v1/customers/{stage.Population.Customer(0)}",
            ["/v1/subscriptions/{id}"] = $"/v1/subscriptions/{await FirstAsync("subscriptions")}",
            ["/v1/invoices/{id}"] = $"/v1/invoices/{await FirstAsync("invoices")}",
            ["/v1/deletions/{id}/recipients/{recipient_id}"] = $"/v1/deletions/{recipient[0]}/recipients/{recipient[1]}",
        };
    }

    private async Task<string> FirstAsync(string table) => (await stage.Cluster.ListAsync($"SELECT id FROM {table} WHERE customer_id IS NOT NULL ORDER BY id LIMIT 1"))[0];

    private static string PathOf(string operation, IReadOnlyDictionary<string, string> named)
    {
        var path = operation.Split(' ')[1];
        if (!path.Contains('{', StringComparison.Ordinal))
        {
            return operation == "PUT /v1/customers" ? named[path] : path;
        }

        var route = named.Keys.SingleOrDefault(route => path == route || (route.EndsWith('}') && path.StartsWith($"{route}/", StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"Say what {path} names.");
        return named[route] + path[route.Length..];
    }

    private async Task<IReadOnlyList<Sent>> SendAsync(string operation, LargestBodies bodies, IReadOnlyDictionary<string, string> named)
    {
        var (method, path) = (operation.Split(' ')[0], PathOf(operation, named));
        var sent = new List<Sent>();
        for (var turn = 0; turn < Turns; turn++)
        {
            byte[] body;
            lock (bodies)
            {
                body = JsonSerializer.SerializeToUtf8Bytes(bodies.Of(operation));
            }

            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var started = Stopwatch.GetTimestamp();
            using var answer = await stage.Product.Server.Http.SendAsync(request);
            sent.Add(new Sent((int)answer.StatusCode, body.Length, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            if ((int)answer.StatusCode is 404 or >= 500)
            {
                throw new InvalidOperationException($"{operation} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        return sent;
    }
}
