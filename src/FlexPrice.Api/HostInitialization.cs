using FlexPrice.Application.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using IDatabaseInitializer = FlexPrice.Application.Abstractions.IDatabaseInitializer;

namespace FlexPrice.Api;

/// <summary>What happens between building the program and listening.</summary>
internal static class HostInitialization
{
    /// <summary>Brings the database into its state and prepares what a developer sees.</summary>
    public static async Task InitializeAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var progress = app.Services.GetRequiredService<StartProgress>();
        app.Lifetime.ApplicationStarted.Register(() => progress.IsOver = true);
        await using var scope = app.Services.CreateAsyncScope();
        var family = await scope.ServiceProvider.GetRequiredService<IDatabaseInitializer>().RunAsync(cancellationToken);
        if (app.Environment.IsDevelopment())
        {
            var key = app.Services.GetRequiredService<IDevelopmentKey>().Value;
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                // A test's server has no address.
                if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } url)
                {
                    StartBanner.Write(Console.Out, key, family, url);
                }
            });
        }
    }
}
