using System.Text.Json.Nodes;

namespace FlexPrice.Testing.Api;

/// <summary>An event that was announced, as it lies in the outbox.</summary>
internal sealed record Announcement(string Name, string? Customer, JsonObject Payload)
{
    public string? Of(string field) => Payload[field]?.GetValue<string>();

    public override string ToString() => $"{Name} of {Customer}";
}
