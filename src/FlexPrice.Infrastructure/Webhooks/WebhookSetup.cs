using FlexPrice.Application.Webhooks;
using FlexPrice.Infrastructure.Outbox.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Webhooks;

internal static class WebhookSetup
{
    /// <summary>Adds the sender of webhooks.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOutgoingHttp();
        services.AddHttpClient<HttpWebhookSender>(client => client.Timeout = TimeSpan.FromSeconds(10));
        return services.AddScoped<IWebhookSender>(scope => scope.GetRequiredService<ChannelScope>().IsUnused ? new NoWebhooks() : scope.GetRequiredService<HttpWebhookSender>());
    }
}
