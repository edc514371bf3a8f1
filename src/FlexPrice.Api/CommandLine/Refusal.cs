using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.CommandLine;

/// <summary>Tells at the command line why the application refused something.</summary>
internal static class Refusal
{
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(Error error)
    {
        await Console.Error.WriteLineAsync($"{error.Message}.");
        foreach (var detail in error.Details)
        {
            await Console.Error.WriteLineAsync($"  - {detail.Key}: {detail.Value}");
        }

        return ExitCode.Failed;
    }
}
