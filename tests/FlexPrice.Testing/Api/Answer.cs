using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlexPrice.Testing.Api;

/// <summary>A response.</summary>
/// <param name="Request">Method and path, for failure messages.</param>
/// <param name="Status">The status.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">The headers, of the content too.</param>
internal sealed record Answer(string Request, HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The status as a number.</summary>
    public int Code => (int)Status;

    public JsonNode? Json => Text.Length == 0 ? null : JsonNode.Parse(Text);

    public JsonElement Element => JsonElement.Parse(Text);

    public JsonObject Body => Json.ShouldBeOfType<JsonObject>(Text);

    public string Id => Body["id"]!.GetValue<string>();

    /// <summary>The header <c>FlexPrice-Deletion-Id</c>.</summary>
    public string? DeletionId => Headers.GetValueOrDefault("FlexPrice-Deletion-Id");

    public JsonObject Details => Body["details"].ShouldBeOfType<JsonObject>(Text);

    public string Message => Body["message"]!.GetValue<string>();

    public IReadOnlyList<JsonObject> Blockers => [.. Details["blockers"].ShouldBeOfType<JsonArray>(Text).Select(blocker => (JsonObject)blocker!)];

    public IReadOnlyList<JsonObject> Items => [.. Body["items"].ShouldBeOfType<JsonArray>(Text).Select(item => (JsonObject)item!)];

    /// <summary>The member of an error's details, or null.</summary>
    public JsonElement? Detail(string name) =>
        Text.Length > 0 && Element.TryGetProperty("details", out var details) && details.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Refuses every other status.</summary>
    public Answer Expecting(int status) => Code == status ? this : throw new InvalidOperationException($"{Request} should have answered {status}, but: {this}");

    public Answer ShouldBe(HttpStatusCode status, string? why = null)
    {
        Status.ShouldBe(status, $"{why} {Text}");
        return this;
    }

    /// <summary>An error in the union body, with its code.</summary>
    public Answer ShouldBeError(HttpStatusCode status, string code, string? message = null)
    {
        ShouldBe(status);
        ErrorBody.DefectOf(this).ShouldBeNull();
        Body["code"]!.GetValue<string>().ShouldBe(code, Text);
        if (message is not null)
        {
            Message.ShouldBe(message);
        }

        return this;
    }

    /// <summary>A 400 that names the field.</summary>
    public Answer ShouldNameField(string field)
    {
        Status.ShouldBe(HttpStatusCode.BadRequest, Text);
        ErrorBody.DefectOf(this).ShouldBeNull();
        Details.Select(detail => detail.Key).ShouldContain(name => name == field || name.StartsWith(field + "[", StringComparison.Ordinal) || name.StartsWith(field + ".", StringComparison.Ordinal), Text);
        return this;
    }

    public override string ToString() => $"{Request} answered {Code} {Text}";
}
