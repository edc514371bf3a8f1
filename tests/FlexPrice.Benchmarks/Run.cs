using System.Globalization;
using FlexPrice.Benchmarks.Contestants;

namespace FlexPrice.Benchmarks;

/// <summary>One run. Everything in it is measured on one server, turn by turn, so that its ratios mean something.</summary>
internal sealed class Run(Stage stage)
{
    private const int FewestDeletions = 30;

    // So many customers with a million events each fit into a run.
    private const int Few = 3;

    // The first deletions after a revival find nothing warm.
    private const int Uncounted = 20;

    private static readonly int[] ClientCounts = [1, 16, 32];

    public async Task<Report> MeasureAsync()
    {
        var report = new Report { Machine = await Machine.DescribeAsync(stage.Cluster) };
        IReadOnlyList<IContestant> contestants = [stage.PgBench, stage.Floor, stage.HandWritten, stage.Product];
        foreach (var contestant in contestants)
        {
            Say($"warming up: {contestant.Name}");
            await DeleteAsync(contestant, stage.Extent.WarmUp / 16 * 16, 16);
        }

        await CompareRowsAsync([stage.Floor, stage.HandWritten, stage.Product]);
        foreach (var clients in ClientCounts)
        {
            var measured = contestants.ToDictionary(contestant => contestant, _ => new List<Measurement>());
            for (var round = 0; round < stage.Extent.Rounds; round++)
            {
                foreach (var contestant in contestants)
                {
                    var before = await UseAsync(contestant);
                    measured[contestant].Add(await DeleteAsync(contestant, clients == 1 ? stage.Extent.AtOneClient : stage.Extent.AtMany, clients));
                    report.Add(contestant.Name, clients, measured[contestant][^1], before, await UseAsync(contestant));
                    Say(string.Create(CultureInfo.InvariantCulture, $"{clients} clients, round {round + 1}: {contestant.Name}, {measured[contestant][^1].PerSecond:0} deletions/s"));
                }
            }
        }

        await MeasureWireAsync(report);
        await MeasureEventsAsync(report);
        await MeasureDependentsAsync(report);
        report.PeakMemory = stage.Product.Server.PeakMemory;
        return report;
    }

    private static void Say(string what) => Console.Error.WriteLine(what);

    private static async Task<Use> UseAsync(IContestant contestant) => contestant is HttpContestant { Server: var server }
        ? new Use(await server.AllocatedAsync(), server.ProcessorTime)
        : default;

    private async Task<Measurement> DeleteAsync(IContestant contestant, int customers, int clients)
    {
        await stage.Population.ReviveAsync(customers);
        var measured = await contestant.DeleteAsync(customers, clients);
        await CheckAsync(contestant, customers);
        return measured.Milliseconds.Count == customers ? measured : throw new InvalidOperationException($"{contestant.Name}: of {customers} deletions {measured.Milliseconds.Count} were measured.");
    }

    private async Task CheckAsync(IContestant contestant, int customers)
    {
        var counts = await stage.Population.CountAsync();
        var left = counts["customers"] + counts["subscriptions"] + counts["invoice_line_items"] + counts["wallets"] + counts["usage_subjects"];
        if (left != 0 || counts["deletions"] != customers)
        {
            throw new InvalidOperationException($"{contestant.Name}: of {customers} customers {counts["customers"]} are there still, {counts["deletions"]} have a record, {left} rows are left.");
        }
    }

    // Who leaves something undone is fast.
    private async Task CompareRowsAsync(IReadOnlyList<IContestant> contestants)
    {
        const int Customers = 16;
        var expected = default(IReadOnlyDictionary<string, long>);
        foreach (var contestant in contestants)
        {
            await DeleteAsync(contestant, Customers, 1);
            var counts = await stage.Population.CountAsync();
            expected ??= counts;
            if (counts.FirstOrDefault(count => count.Value != expected[count.Key]) is { Key: { } table })
            {
                throw new InvalidOperationException($"{contestant.Name} leaves {counts[table]} rows in {table}, {contestants[0].Name} {expected[table]}. The work is not the same.");
            }
        }
    }

    private async Task MeasureWireAsync(Report report)
    {
        Say("statements, round trips, transactions");
        var (tapped, tap) = await stage.TapAsync();
        await DeleteAsync(tapped, stage.Extent.WarmUp / 4, 1);
        tap.Take();
        await DeleteAsync(tapped, stage.Extent.Single, 1);
        var wire = tap.Take();
        Say(string.Create(CultureInfo.InvariantCulture, $"{(double)wire.RoundTrips / stage.Extent.Single:0.0} round trips"));
        report.Statements = (double)wire.Statements / stage.Extent.Single;
        report.RoundTrips = (double)wire.RoundTrips / stage.Extent.Single;
        report.Transactions[1] = wire.Transactions;
        foreach (var clients in ClientCounts.Skip(1))
        {
            await DeleteAsync(tapped, stage.Extent.Single, clients);
            report.Transactions[clients] = tap.Take().Transactions;
        }
    }

    // In one database and turn by turn, so that nothing but the number of events differs.
    private async Task MeasureEventsAsync(Report report)
    {
        int[] sizes = [Report.MostEvents, 10_000, Report.UsualEvents, 1];
        var counted = sizes.Length * Few;
        await stage.PopulateAsync(Few, usageEvents: 1000);
        await stage.Population.MultiplyUsageAsync(100);
        await stage.Population.AddUsageAsync(Few, Few, 1000);
        await stage.Population.MultiplyUsageAsync(10);
        await stage.Population.AddUsageAsync(2 * Few, Few, Report.UsualEvents);
        await stage.Population.AddUsageAsync(3 * Few, Few, 1);

        var taken = sizes.ToDictionary(size => size, _ => (Turns: new List<Measurement>(), LogBytes: 0.0));
        for (var turn = 0; turn < stage.Extent.Single / 10; turn++)
        {
            Say($"usage events, turn {turn + 1}");
            await stage.Population.ReviveAsync(counted + Uncounted);
            for (var number = counted; number < counted + Uncounted; number++)
            {
                await stage.Product.DeleteAsync(number);
            }

            for (var place = 0; place < counted; place++)
            {
                var size = (place + turn) % sizes.Length;
                var (turns, bytes) = taken[sizes[size]];
                var before = await stage.Cluster.LogPositionAsync();
                turns.Add(await stage.Product.DeleteAsync((size * Few) + (place / sizes.Length)));
                taken[sizes[size]] = (turns, bytes + await stage.Cluster.LogPositionAsync() - before);
            }

            await CheckAsync(stage.Product, counted + Uncounted);
        }

        foreach (var (size, (turns, bytes)) in taken)
        {
            report.ByEvents[size] = (Measurement.Of(turns), bytes / turns.Count);
        }
    }

    private async Task MeasureDependentsAsync(Report report)
    {
        foreach (var (dependents, customers) in new[] { (1, stage.Extent.Single), (100, stage.Extent.Single / 4), (10_000, 5) })
        {
            Say($"{dependents} dependents");
            await stage.PopulateAsync(customers, usageEvents: 10, cancelledSubscriptions: Math.Min(dependents, 100));
            if (dependents > 100)
            {
                await stage.Population.MultiplySubscriptionsAsync(dependents / 100);
            }

            report.ByDependents[dependents] = await MeasureLogAsync(customers);
        }
    }

    // The few largest customers are deleted repeatedly: five deletions give no median.
    private async Task<(Measurement Measured, double LogBytes)> MeasureLogAsync(int customers)
    {
        var turns = new List<Measurement>();
        var bytes = 0.0;
        await DeleteAsync(stage.Product, Math.Min(customers, Few), 1);
        do
        {
            await stage.Population.ReviveAsync(customers);
            var before = await stage.Cluster.LogPositionAsync();
            turns.Add(await stage.Product.DeleteAsync(customers, 1));
            bytes += await stage.Cluster.LogPositionAsync() - before;
            await CheckAsync(stage.Product, customers);
        }
        while (turns.Count * customers < FewestDeletions);
        return (Measurement.Of(turns), bytes / customers / turns.Count);
    }
}
