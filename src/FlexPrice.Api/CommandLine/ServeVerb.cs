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

        // With the token: a signal that came before the host listens for signals itself would be lost.
        await ((IHost)app).RunAsync(cancellationToken);
        return ExitCode.Done;
    }
}
