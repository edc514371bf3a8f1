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
/// Delivers to the operator's endpoint, signed as https://www.standardwebhooks.com says: <c>webhook-signature: v1,base64(HMAC-SHA-256(id.timestamp.body))</c>
/// under the base64 part of <c>whsec_…</c>. Retries are the outbox's.
/// </summary>
internal sealed class HttpWebhookSender(HttpClient http, FlexPriceSettings settings, TimeProvider clock) : IWebhookSender
{
    public async Task SendAsync(string messageId, string eventType, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken)
    {
        if (settings.Webhooks.Url is not { } url)
        {
            return;
        }

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

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static string Sign(byte[] key, string head, byte[] body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(head), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(key, content));
    }
}
