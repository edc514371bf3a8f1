using System.Text.Json;

namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>One accepted webhook.</summary>
/// <param name="MessageId">The header <c>webhook-id</c>.</param>
/// <param name="EventType">What is announced.</param>
/// <param name="Data">What it says.</param>
internal sealed record Delivery(string MessageId, string EventType, JsonElement Data)
{
    public string? CustomerId => Data.TryGetProperty("customer", out var customer) ? customer.GetProperty("id").GetString() : null;
}
