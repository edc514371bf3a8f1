using System.Diagnostics;

namespace FlexPrice.Api.Tests.Harness;

/// <summary>Waits for something that happens in the background.</summary>
internal static class Poll
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isThere, string what)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (isThere(seen))
            {
                return seen;
            }

            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Never came: {what}. Last seen: {seen}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Waits until a deletion is completed.</summary>
    public static async Task<Answer> CompletedAsync(World world, string deletion) =>
        await UntilAsync(
            () => world.Api.GetAsync($"/v1/deletions/{deletion}"),
            answer => answer.Body["state"]?.GetValue<string>() is "completed" or "failed_verification",
            $"{deletion} completed");
}
