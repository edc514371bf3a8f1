using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.CommandLine;

/// <summary><c>serve</c>: prepares the database and serves until it is told to end.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        app.UseApi();
        app.MapApi();
        app.MapOpenPages();
        app.Services.GetRequiredService<IServerClaim>().Take();
        await app.StartUpAsync(cancellationToken);
        await using var disposed = app;
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // The server starts last, and nobody else stops what runs by then: it says to other processes that this one lives.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await app.WaitForShutdownAsync();
        return ExitCode.Done;
    }
}
