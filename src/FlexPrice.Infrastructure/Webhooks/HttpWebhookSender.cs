using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlexPrice.Application.Webhooks;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Webhooks;

/// <summary>
/// Delivers to the operator's endpoint, signed as https://www.standardwebhooks.com specifies: <c>webhook-signature: v1,base64(HMAC-SHA-256(id.timestamp.body))</c>
/// under the base64 part of <c>whsec_…</c>. Retries are the outbox's.
/// </summary>
internal sealed class HttpWebhookSender(HttpClient http, FlexPriceSettings settings, TimeProvider clock) : IWebhookSender
{
    public async Task SendAsync(string messageId, string eventType, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken)
    {
        var url = settings.Webhooks.Url ?? throw new InvalidOperationException("Webhooks__Url is not set: this process must not have claimed the message.");
        var body = JsonSerializer.SerializeToUtf8Bytes(new { type = eventType, event_type = eventType, timestamp = occurredAt, data }, StoredJson.Options);
        var sentAt = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", messageId);
        request.Headers.Add("webhook-timestamp", sentAt);
        if (settings.Webhooks.SigningKey is { } key)
        {
            request.Headers.Add("webhook-signature", "v1," + Sign(key, $"{messageId}.{sentAt}.", body));
        }

        // The status is the whole answer: a body that does not end must not be read.
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw FailureOf(response);
        }
    }

    private Exception FailureOf(HttpResponseMessage response)
    {
        var (status, retryAfter) = ((int)response.StatusCode, RetryAfter(response.Headers));
        return status is >= 300 and < 400 ? new WebhookRedirectedException(status, retryAfter) : new WebhookRefusedException(status, retryAfter);
    }

    // A date is compared with the receiver's own clock, if the answer has its Date.
    private TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - (headers.Date ?? clock.GetUtcNow()),
        _ => null,
    };

    private static string Sign(byte[] key, string head, byte[] body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(head), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(key, content));
    }
}
