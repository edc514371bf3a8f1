using FlexPrice.Infrastructure.Outbox;

namespace FlexPrice.Infrastructure.Webhooks;

/// <summary>
/// The endpoint answered with a redirect, which is not followed: a 302 would count an empty page as delivered, a 307 would hand the signed message to another host.
/// The name is stored with messages that wait because of it.
/// </summary>
internal sealed class WebhookRedirectedException(int status, TimeSpan? retryAfter) : Exception($"The endpoint of Webhooks__Url answered {status}: it has moved."), IHasRetryAfter
{
    public TimeSpan? RetryAfter => retryAfter;
}
