using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.CommandLine;

/// <summary><c>serve</c>: prepares the database and serves until it is stopped.</summary>
internal static partial class ServeVerb
{
    public static async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        app.UseApi();
        app.MapApi();
        app.MapOpenPages();
        app.Services.GetRequiredService<IServerClaim>().Acquire();
        await app.InitializeAsync(cancellationToken);
        await using var disposed = app;

        // With the token: a signal that came before the host listens for signals itself would be lost.
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await StopAsync(app);
            throw;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Success;
    }

    // The server starts last. If it fails, stop what already runs, because a hosted service has registered this process as running. A failing stop must not hide the start's error.
    private static async Task StopAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogNotStopped(app.Logger, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The start failed, and what was running by then could not be stopped: {Failure}")]
    private static partial void LogNotStopped(ILogger logger, string failure);
}
