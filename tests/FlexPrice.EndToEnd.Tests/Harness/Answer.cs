using System.Text.Json;

namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>What the server answered.</summary>
/// <param name="Request">Method and path, for failure messages.</param>
/// <param name="Status">The status.</param>
/// <param name="Text">The body.</param>
/// <param name="DeletionId">The header <c>FlexPrice-Deletion-Id</c>.</param>
internal sealed record Answer(string Request, int Status, string Text, string? DeletionId)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Refuses every other status.</summary>
    public Answer Expecting(int status) => Status == status ? this : throw new InvalidOperationException($"{Request} should have answered {status}, but: {this}");

    /// <summary>The member of an error's details, or null.</summary>
    public JsonElement? Detail(string name) =>
        Text.Length > 0 && Json.TryGetProperty("details", out var details) && details.TryGetProperty(name, out var value) ? value : null;

    public override string ToString() => $"{Request} answered {Status} {Text}";
}
