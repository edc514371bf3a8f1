using FlexPrice.Application.Broker;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>How messages get to the operator's broker.</summary>
internal static class BrokerSetup
{
    /// <summary>Adds it. Hosted services stop in the opposite order, so it comes before the outbox, whose last messages the connection must outlive.</summary>
    public static IServiceCollection AddBroker(this IServiceCollection services, FlexPriceSettings settings)
    {
        services.AddScoped<IMessagePublisher>(scope => scope.GetRequiredService<ChannelScope>().IsUnused
            ? new NoPublisher()
            : scope.GetService<RabbitMqPublisher>() ?? throw new BrokerNotConfiguredException());
        if (settings.RabbitMq is not { } broker)
        {
            return services;
        }

        services.AddSingleton(broker);
        services.AddSingleton<BrokerConnection>();
        services.AddScoped<RabbitMqPublisher>();
        if (settings.RunsWorker)
        {
            services.AddHostedService<BrokerMonitor>();
            services.AddHealthChecks().AddCheck<BrokerHealthCheck>("broker");
        }

        return services;
    }
}
