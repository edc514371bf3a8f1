using System.CommandLine;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.CommandLine;

/// <summary><c>migrate</c>: brings the schema up to date and ends; <c>migrate --dry-run</c> prints the statements instead.</summary>
internal static class MigrateVerb
{
    public static Command Create(Func<ParseResult, HostRequest, WebApplication> build)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the statements, and make or change no database." };
        var verb = new Command("migrate", "Make the database and its tables, or bring them up to date.") { dryRun };
        verb.SetAction((parsed, cancellationToken) => RunAsync(build(parsed, new HostRequest([]) { Migrates = true }), parsed.GetValue(dryRun), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(WebApplication app, bool isDryRun, CancellationToken cancellationToken)
    {
        await using var disposed = app;
        await using var scope = app.Services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<ISchema>();
        if (isDryRun)
        {
            var script = await schema.ScriptAsync(cancellationToken);
            Console.WriteLine(script.Length == 0 ? "-- The database is up to date." : script);
        }
        else
        {
            var applied = await schema.MigrateAsync(cancellationToken);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Migrated: {string.Join(", ", applied)}.");
        }

        return ExitCode.Success;
    }
}
