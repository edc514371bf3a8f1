using FlexPrice.Application.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using IStartup = FlexPrice.Application.Abstractions.IStartup;

namespace FlexPrice.Api;

/// <summary>What happens between building the program and listening.</summary>
internal static class StartUp
{
    /// <summary>Brings the database into its state and prepares what a developer sees.</summary>
    public static async Task StartUpAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var progress = app.Services.GetRequiredService<StartProgress>();
        app.Lifetime.ApplicationStarted.Register(() => progress.IsOver = true);
        await using var scope = app.Services.CreateAsyncScope();
        var family = await scope.ServiceProvider.GetRequiredService<IStartup>().RunAsync(cancellationToken);
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
