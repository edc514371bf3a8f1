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
            var meanwhile = await neighbour.WatchAsync(async () => sent.AddRange((await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => SendAsync(operation, bodies, ids[0])))).SelectMany(turns => turns)));
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

    private async Task<IReadOnlyList<Sent>> SendAsync(string operation, LargestBodies bodies, string customer)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        path = path == "/v1/customers" && method == "PUT" ? $"{path}?id={customer}" : path.Replace("{id}", customer, StringComparison.Ordinal);
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
            if ((int)answer.StatusCode >= 500)
            {
                throw new InvalidOperationException($"{operation} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        return sent;
    }
}
