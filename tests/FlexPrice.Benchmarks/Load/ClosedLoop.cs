using System.Diagnostics;

namespace FlexPrice.Benchmarks.Load;

/// <summary>Clients beside one another, each of which begins its next deletion when its last one has ended.</summary>
internal static class ClosedLoop
{
    public static async Task<Measurement> RunAsync(int customers, int clients, Func<int, int, Task> delete)
    {
        var next = -1;
        var durations = new double[customers];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < customers)
            {
                var began = Stopwatch.GetTimestamp();
                await delete(client, number);
                durations[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        return new Measurement(Stopwatch.GetElapsedTime(started), durations);
    }
}
