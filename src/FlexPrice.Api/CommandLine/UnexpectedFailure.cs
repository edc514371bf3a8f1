using System.Data.Common;

namespace FlexPrice.Api.CommandLine;

/// <summary>The last words about a failure that nobody foresaw: one sentence, and how to learn more. Its own words may hold what nobody may read in a log.</summary>
internal static class UnexpectedFailure
{
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(Exception failure, bool withTrace)
    {
        var code = failure is DbException { SqlState: { } state } ? $" (SQLSTATE {state})" : "";
        await Console.Error.WriteLineAsync($"The program ended because of an unexpected {failure.GetType().FullName}{code}: run it again with --trace to see where, and report that.");
        if (withTrace)
        {
            await Console.Error.WriteLineAsync(failure.ToString());
        }

        return ExitCode.Failed;
    }
}
