using System.Globalization;
using System.Text;

namespace FlexPrice.Benchmarks;

/// <summary>What a run has found, as the table of <c>docs/performance.md</c>.</summary>
internal sealed class Report
{
    public const int UsualEvents = 100;
    public const int MostEvents = 1_000_000;

    private const string PgBench = "floor, pgbench";
    private const string Floor = "floor, bare driver";
    private const string HandWritten = "hand-written endpoint";
    private const string Product = "FlexPrice";
    private const double LeastOfPgBench = 0.8;

    private readonly Dictionary<(string Name, int Clients), List<(Measurement Measured, long Allocated, TimeSpan ProcessorTime)>> _turns = [];

    /// <summary>What it was measured on.</summary>
    public string Machine { get; init; } = "";

    public double Statements { get; set; }

    public double RoundTrips { get; set; }

    public long PeakMemory { get; set; }

    /// <summary>How long the transactions were open, in milliseconds, by the number of clients. Every lock is taken and released within a transaction.</summary>
    public Dictionary<int, IReadOnlyList<double>> Transactions { get; } = [];

    public SortedDictionary<int, (Measurement Measured, double LogBytes)> ByEvents { get; } = [];

    public SortedDictionary<int, (Measurement Measured, double LogBytes)> ByDependents { get; } = [];

    /// <summary>Whether the bare driver is fast enough to compare with.</summary>
    public bool IsValid => Clients.All(clients => OfPgBench(clients) >= LeastOfPgBench);

    public string Text
    {
        get
        {
            var text = new StringBuilder().AppendLine(Machine).AppendLine();
            text.AppendLine("| | clients | deletions/s | p50 ms | p99 ms | server CPU ms | allocated KB |").AppendLine("|---|---:|---:|---:|---:|---:|---:|");
            foreach (var ((name, clients), turns) in _turns)
            {
                var measured = Measured(name, clients);
                var count = measured.Milliseconds.Count;
                var (processor, allocated) = (turns.Sum(turn => turn.ProcessorTime.TotalMilliseconds) / count, turns.Sum(turn => turn.Allocated) / 1024.0 / count);
                Line(text, $"| {name} | {clients} | {measured.PerSecond:0} | {measured.Percentile(50):0.00} | {measured.Percentile(99):0.00} | {(processor > 0 ? $"{processor:0.00}" : "")} | {(processor > 0 ? $"{allocated:0}" : "")} |");
            }

            text.AppendLine().AppendLine("| ratio | at | measured | aim | better |").AppendLine("|---|---:|---:|---:|---:|");
            foreach (var (clients, aim, better) in new[] { (1, "0.55", "0.70"), (16, "0.50", "0.62"), (32, "0.60", "0.80") })
            {
                Line(text, $"| throughput over the floor's | {clients} | {Measured(Product, clients).PerSecond / Measured(Floor, clients).PerSecond:0.00} | ≥ {aim} | {better} |");
            }

            foreach (var clients in Clients)
            {
                Line(text, $"| throughput over the hand-written endpoint's | {clients} | {Measured(Product, clients).PerSecond / Measured(HandWritten, clients).PerSecond:0.00} | ≥ 0.80 | 0.95 |");
            }

            Line(text, $"| p50 over the floor's | 1 | {Measured(Product, 1).Percentile(50) / Measured(Floor, 1).Percentile(50):0.00} | ≤ 1.8 | |");
            Line(text, $"| p99 over the floor's | 16 | {Measured(Product, 16).Percentile(99) / Measured(Floor, 16).Percentile(99):0.00} | ≤ 1.6 | |");
            Line(text, $"| p50 with {MostEvents:N0} usage events over that with {UsualEvents}, in one database | 1 | {ByEvents[MostEvents].Measured.Percentile(50) / ByEvents[UsualEvents].Measured.Percentile(50):0.00} | ≤ 1.1 | |");
            Line(text, $"| write-ahead log with 100 usage events over that with 1 | 1 | {ByEvents[UsualEvents].LogBytes / ByEvents[1].LogBytes:0.00} | ≤ 1.1 | |");
            foreach (var clients in Clients)
            {
                Line(text, $"| bare driver over pgbench (the run counts from {LeastOfPgBench:0.0} on) | {clients} | {OfPgBench(clients):0.00} | ≥ {LeastOfPgBench:0.0} | |");
            }

            text.AppendLine().AppendLine("| of the product | measured | aim | better |").AppendLine("|---|---:|---:|---:|");
            Line(text, $"| round trips to the database per deletion | {RoundTrips:0.0} | ≤ 3 | |");
            Line(text, $"| statements per deletion | {Statements:0.0} | | |");
            Line(text, $"| server CPU per deletion, 16 clients, ms | {_turns[(Product, 16)].Sum(turn => turn.ProcessorTime.TotalMilliseconds) / Measured(Product, 16).Milliseconds.Count:0.00} | ≤ 0.35 | 0.22 |");
            Line(text, $"| peak memory, MB | {PeakMemory / 1024.0 / 1024.0:0} | < 300 | |");
            foreach (var (clients, open) in Transactions)
            {
                Line(text, $"| a transaction open, {clients} {(clients == 1 ? "client" : "clients")}: p50 / longest, ms | {open.Order().ElementAt(open.Count / 2):0.0} / {open.Max():0.0} | | |");
            }

            Sizes(text, "usage events", ByEvents);
            Sizes(text, "cancelled subscriptions", ByDependents);
            return text.ToString();
        }
    }

    private IEnumerable<int> Clients => _turns.Keys.Select(key => key.Clients).Distinct();

    public void Add(string name, int clients, Measurement measured, Use before, Use after)
    {
        if (!_turns.TryGetValue((name, clients), out var turns))
        {
            _turns[(name, clients)] = turns = [];
        }

        turns.Add((measured, after.Allocated - before.Allocated, after.ProcessorTime - before.ProcessorTime));
    }

    private static void Sizes(StringBuilder text, string what, SortedDictionary<int, (Measurement Measured, double LogBytes)> sizes)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| {what} | p50 ms, one client | write-ahead log KB |").AppendLine("|---:|---:|---:|");
        foreach (var (size, (measured, log)) in sizes)
        {
            Line(text, $"| {size:N0} | {measured.Percentile(50):0.00} | {log / 1024:0} |");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private double OfPgBench(int clients) => Measured(Floor, clients).PerSecond / Measured(PgBench, clients).PerSecond;

    private Measurement Measured(string name, int clients) => Measurement.Of([.. _turns[(name, clients)].Select(turn => turn.Measured)]);
}
