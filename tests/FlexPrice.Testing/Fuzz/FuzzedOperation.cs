using System.Text.Json.Nodes;
using Json.Schema;

namespace FlexPrice.Testing.Fuzz;

/// <summary>An operation of the OpenAPI document: what it takes, and the schemas of what it answers.</summary>
internal sealed class FuzzedOperation
{
    private readonly JsonObject _operation;
    private readonly JsonObject _components;
    private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    private FuzzedOperation(string path, string method, JsonObject operation, JsonObject components)
    {
        (Path, Method, _operation, _components) = (path, new HttpMethod(method.ToUpperInvariant()), operation, components);
        Parameters = [.. operation["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? []];
        Body = operation["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();
    }

    public string Path { get; }

    public HttpMethod Method { get; }

    public IReadOnlyList<JsonObject> Parameters { get; }

    /// <summary>The schema of the body, null when it takes none.</summary>
    public JsonObject? Body { get; }

    public override string ToString() => $"{Method} {Path}";

    /// <summary>All operations of a document below <c>/v1</c>.</summary>
    public static IReadOnlyList<FuzzedOperation> Of(JsonObject document)
    {
        var components = Closed(document["components"]!).AsObject();
        return
        [
            .. document["paths"]!.AsObject()
                .Where(path => path.Key.StartsWith("/v1", StringComparison.Ordinal))
                .SelectMany(path => path.Value!.AsObject()
                    .Where(operation => operation.Value is JsonObject candidate && candidate.ContainsKey("responses"))
                    .Select(operation => new FuzzedOperation(path.Key, operation.Key, operation.Value!.AsObject(), components))),
        ];
    }

    /// <summary>A schema, looked up where it is a reference.</summary>
    public JsonObject Resolve(JsonObject schema) => schema["$ref"]?.GetValue<string>() is { } reference
        ? Resolve(_components["schemas"]![reference.Split('/')[^1]]!.AsObject())
        : schema["oneOf"] is JsonArray alternatives
            ? Resolve(alternatives.Select(alternative => alternative!.AsObject()).First(alternative => alternative["type"]?.ToJsonString() != "\"null\""))
            : schema;

    /// <summary>What is wrong with an answer according to the document, or null.</summary>
    public string? DefectOf(Answer answer)
    {
        var status = ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (_operation["responses"]![status] is not { } declared)
        {
            return $"{status} is not declared: {answer.Text}";
        }

        if (declared["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return answer.Text.Length == 0 ? null : $"{status} declares no body and has one";
        }

        if (!_schemas.TryGetValue(status, out var known))
        {
            var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["allOf"] = new JsonArray(Closed(schema)), ["components"] = _components.DeepClone() };
            known = _schemas[status] = JsonSchema.FromText(whole.ToJsonString());
        }

        using var text = System.Text.Json.JsonDocument.Parse(answer.Text);
        var evaluated = known.Evaluate(text.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return evaluated.IsValid
            ? null
            : $"{status} does not fit its schema: {string.Join("; ", evaluated.Details!.Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}")).Take(3))} {answer.Text}";
    }

    // What is not declared must not be answered.
    private static JsonNode Closed(JsonNode node)
    {
        var copy = node.DeepClone();
        Close(copy);
        return copy;
    }

    private static void Close(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                foreach (var property in schema.ToList())
                {
                    // What is no keyword is refused by the validator.
                    if (property.Key.StartsWith("x-", StringComparison.Ordinal))
                    {
                        schema.Remove(property.Key);
                    }

                    Close(property.Value);
                }

                if (schema["properties"] is JsonObject && schema["type"] is not null && !schema.ContainsKey("additionalProperties"))
                {
                    schema["additionalProperties"] = false;
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Close(item);
                }

                break;
        }
    }
}
