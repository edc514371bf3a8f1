using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Diagnostics;

/// <summary>
/// Failpoints controlled through a folder. <c>{step}.hold</c> makes the process wait at the step until the file is removed, and report it with a file
/// <c>{step}.reached.{process}.{n}</c>; <c>{step}.kill</c> ends the process on the spot, without any clean-up, after renaming the file to <c>{step}.killed</c>.
/// </summary>
internal sealed class FileFailpoints(string folder) : IFailpoints
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(3);
    private int _reached;

    public async ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        var kill = Path.Combine(folder, step + ".kill");
        if (File.Exists(kill) && TryTake(kill, Path.Combine(folder, step + ".killed")))
        {
            System.Diagnostics.Process.GetCurrentProcess().Kill();
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
        }

        var hold = Path.Combine(folder, step + ".hold");
        if (!File.Exists(hold))
        {
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, $"{step}.reached.{System.Environment.ProcessId}.{Interlocked.Increment(ref _reached)}"), "", cancellationToken);
        while (File.Exists(hold))
        {
            await Task.Delay(PollInterval, cancellationToken);
        }
    }

    // Of several processes that reach the step at once, one dies.
    private static bool TryTake(string kill, string killed)
    {
        try
        {
            File.Move(kill, killed, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
