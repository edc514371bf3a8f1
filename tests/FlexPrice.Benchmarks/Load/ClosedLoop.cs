using System.Diagnostics;

namespace FlexPrice.Benchmarks.Load;

/// <summary>Concurrent clients. Each starts its next deletion when its last one has ended, and has its own customers, as in pgbench.</summary>
internal static class ClosedLoop
{
    public static async Task<Measurement> RunAsync(int customers, int clients, Func<int, int, Task> delete)
    {
        var durations = new double[customers];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var number = client * customers / clients; number < (client + 1) * customers / clients; number++)
            {
                var began = Stopwatch.GetTimestamp();
                await delete(client, number);
                durations[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        return new Measurement(Stopwatch.GetElapsedTime(started), durations);
    }

    /// <summary>The same with a thread for each client: waking one of a pool costs as much as a call that takes a millisecond.</summary>
    public static async Task<Measurement> RunOnThreadsAsync(int customers, int clients, Action<int, int> delete)
    {
        var durations = new double[customers];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Factory.StartNew(
            () =>
            {
                for (var number = client * customers / clients; number < (client + 1) * customers / clients; number++)
                {
                    var began = Stopwatch.GetTimestamp();
                    delete(client, number);
                    durations[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return new Measurement(Stopwatch.GetElapsedTime(started), durations);
    }
}
