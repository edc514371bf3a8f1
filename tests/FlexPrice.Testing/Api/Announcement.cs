using System.Text.Json.Nodes;

namespace FlexPrice.Testing.Api;

/// <summary>An announced event, as stored in the outbox.</summary>
internal sealed record Announcement(string Name, string? Customer, JsonObject Payload)
{
    public string? Of(string field) => Payload[field]?.GetValue<string>();

    public override string ToString() => $"{Name} of {Customer}";
}
