using System.Text.Json;

namespace FlexPrice.Testing.Processes;

/// <summary>Starts the receiving process and reads its journal from the disk.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _journal;

    private Receiver(ChildProcess process, string journal, string url)
    {
        _process = process;
        _journal = journal;
        Url = url;
    }

    public string Url { get; }

    public static async Task<Receiver> StartAsync(string folder)
    {
        var journal = Path.Combine(folder, "webhooks.jsonl");
        var process = ChildProcess.StartDotnet(typeof(Receiver).Assembly.Location, ["receive", journal], folder, new Dictionary<string, string>(), Path.Combine(folder, "receiver.log"));
        var url = await process.WaitForLineAsync(line => line.StartsWith("http", StringComparison.Ordinal) ? line : null, "the receiver's address");
        return new Receiver(process, journal, url);
    }

    public IReadOnlyList<Delivery> Deliveries()
    {
        if (!File.Exists(_journal))
        {
            return [];
        }

        using var stream = new FileStream(_journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var whole = reader.ReadToEnd().Split('\n')[..^1];
        return [.. whole.Select(line => JsonSerializer.Deserialize<Delivery>(line)!)];
    }

    /// <summary>The deliveries that announce a customer's deletion, by customer.</summary>
    public ILookup<string, Delivery> Announcements() =>
        Deliveries().Where(delivery => delivery.EventType == "customer.deleted").ToLookup(delivery => delivery.CustomerId!);

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
