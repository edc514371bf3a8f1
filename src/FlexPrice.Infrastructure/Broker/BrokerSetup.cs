using FlexPrice.Application.Broker;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>How messages get to the operator's broker.</summary>
internal static class BrokerSetup
{
    /// <summary>Adds it. Hosted services stop in the opposite order, so it comes before the outbox, whose last messages the connection must outlive.</summary>
    public static IServiceCollection AddBroker(this IServiceCollection services, FlexPriceSettings settings)
    {
        if (settings.RabbitMq is not { } broker)
        {
            return services.AddSingleton<IMessagePublisher, NoPublisher>();
        }

        services.AddSingleton(broker);
        services.AddSingleton<BrokerConnection>();
        services.AddScoped<IMessagePublisher, RabbitMqPublisher>();
        if (settings.RunsWorker)
        {
            services.AddHostedService<BrokerMonitor>();
            services.AddHealthChecks().AddCheck<BrokerHealthCheck>("broker");
        }

        return services;
    }
}
