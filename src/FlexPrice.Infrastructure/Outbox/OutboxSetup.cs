using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Outbox.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Outbox;

internal static class OutboxSetup
{
    /// <summary>Adds the outbox, and the worker that empties it where this process has one.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services, FlexPriceSettings settings)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<LanePauses>();
        services.AddScoped<ChannelScope>();
        services.AddScoped<ChannelRegister>();
        services.AddSingleton<ChannelPauses>();
        services.AddSingleton<OutboxWriter>();
        services.AddSingleton<ReactionRunner>();
        services.AddSingleton<OutboxHandler>();
        services.AddScoped<OutboxQueue>();
        services.AddScoped<OutboxInspection>();
        services.AddHealthChecks().AddCheck<OutboxHealthCheck>("outbox");
        if (settings.RunsWorker)
        {
            services.AddHostedService<OutboxWorker>();
            services.AddHostedService<OutboxMonitor>();
        }

        return services;
    }
}
