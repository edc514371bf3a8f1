using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.CommandLine;

/// <summary>Tells at the command line why the application refused something.</summary>
internal static class Refusal
{
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(Error error)
    {
        await Console.Error.WriteLineAsync($"{error.Text.ToWire()}.");
        foreach (var detail in error.Details.ToWire())
        {
            await Console.Error.WriteLineAsync($"  - {detail.Key}: {detail.Value}");
        }

        return ExitCode.Failed;
    }
}
