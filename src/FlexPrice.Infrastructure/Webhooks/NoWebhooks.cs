using FlexPrice.Application.Webhooks;

namespace FlexPrice.Infrastructure.Webhooks;

/// <summary>Stands in where webhooks are not used: there is nobody to tell.</summary>
internal sealed class NoWebhooks : IWebhookSender
{
    public Task SendAsync(string messageId, string eventType, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken) => Task.CompletedTask;
}
