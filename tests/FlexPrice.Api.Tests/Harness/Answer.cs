using System.Net;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Harness;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode? Json => Text.Length == 0 ? null : JsonNode.Parse(Text);

    public JsonObject Body => Json.ShouldBeOfType<JsonObject>(Text);

    public string Id => Body["id"]!.GetValue<string>();

    public JsonObject Details => Body["details"].ShouldBeOfType<JsonObject>(Text);

    public string Message => Body["message"]!.GetValue<string>();

    public IReadOnlyList<JsonObject> Blockers => [.. Details["blockers"].ShouldBeOfType<JsonArray>(Text).Select(blocker => (JsonObject)blocker!)];

    public IReadOnlyList<JsonObject> Items => [.. Body["items"].ShouldBeOfType<JsonArray>(Text).Select(item => (JsonObject)item!)];

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
}
