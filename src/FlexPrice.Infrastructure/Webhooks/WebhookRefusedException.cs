using FlexPrice.Infrastructure.Outbox;

namespace FlexPrice.Infrastructure.Webhooks;

/// <summary>The endpoint answered and did not accept the message. The name is stored with messages that wait because of it.</summary>
internal sealed class WebhookRefusedException(int status, TimeSpan? retryAfter) : Exception($"The endpoint of Webhooks__Url answered {status}."), IHasRetryAfter
{
    public TimeSpan? RetryAfter => retryAfter;
}
