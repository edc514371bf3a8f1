using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api;

/// <summary><c>migrate</c>: brings the schema up to date and ends; <c>migrate --dry-run</c> prints the statements instead.</summary>
internal static class MigrateVerb
{
    private const string DryRun = "--dry-run";
    private const int WrongUse = 2;

    /// <summary>Whether the program was asked for it.</summary>
    public static bool IsIn(string[] args) => args is ["migrate", ..];

    /// <summary>Runs it.</summary>
    /// <returns>The exit code: 0, or 2 when it was called wrongly.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<ISchema>();
        switch (args[1..])
        {
            case []:
                var applied = await schema.MigrateAsync(CancellationToken.None);
                Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Migrated: {string.Join(", ", applied)}.");
                return 0;
            case [DryRun]:
                var script = await schema.ScriptAsync(CancellationToken.None);
                Console.WriteLine(script.Length == 0 ? "-- The database is up to date." : script);
                return 0;
            default:
                await Console.Error.WriteLineAsync($"usage: migrate [{DryRun}]");
                return WrongUse;
        }
    }
}
