using FlexPrice.Application.Webhooks;

namespace FlexPrice.Infrastructure.Webhooks;

/// <summary>Used where webhooks are not in use: sends nothing.</summary>
internal sealed class NoWebhooks : IWebhookSender
{
    public Task SendAsync(string messageId, string eventType, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken) => Task.CompletedTask;
}
