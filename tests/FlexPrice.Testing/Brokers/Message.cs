using System.Text.Json.Nodes;

namespace FlexPrice.Testing.Brokers;

/// <summary>A message as a consumer gets it.</summary>
internal sealed record Message(string? ContentType, bool IsPersistent, string? MessageId, string RoutingKey, JsonObject Body)
{
    public string Id => Body["id"]!.GetValue<string>();

    public string Type => Body["type"]!.GetValue<string>();

    public string Subject => Body["subject"]!.GetValue<string>();

    public override string ToString() => $"{Type} of {Subject}";
}
