using System.Text.Json;

namespace FlexPrice.Testing.Processes;

/// <summary>One accepted webhook.</summary>
/// <param name="MessageId">The header <c>webhook-id</c>.</param>
/// <param name="EventType">What is announced.</param>
/// <param name="Data">The content.</param>
internal sealed record Delivery(string MessageId, string EventType, JsonElement Data)
{
    /// <summary>The customer of the event, whatever its subject is.</summary>
    public string? Subject => Data.EnumerateObject().First().Value is var named && named.TryGetProperty("customer_id", out var customer) ? customer.GetString() : named.GetProperty("id").GetString();

    public string? CustomerId => Data.TryGetProperty("customer", out var customer) ? customer.GetProperty("id").GetString() : null;
}
