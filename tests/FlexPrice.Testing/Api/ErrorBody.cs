using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlexPrice.Testing.Api;

/// <summary>The union of FlexPrice's two error shapes, every key of both.</summary>
internal static class ErrorBody
{
    /// <summary>What is wrong with the body of an error, or null.</summary>
    public static string? DefectOf(Answer answer)
    {
        JsonNode? json;
        try
        {
            json = answer.Json;
        }
        catch (JsonException)
        {
            return $"no JSON: {answer.Text}";
        }

        if (json is not JsonObject body)
        {
            return $"no object: {answer.Text}";
        }

        if (!answer.Headers.GetValueOrDefault("Content-Type", "").StartsWith("application/json", StringComparison.Ordinal))
        {
            return $"not application/json: {answer.Headers.GetValueOrDefault("Content-Type")}";
        }

        if (!IsText(body["code"]) || !IsText(body["message"]) || body["details"] is not JsonObject)
        {
            return $"code, message or details missing: {answer.Text}";
        }

        if (body["http_status_code"]?.GetValueKind() != JsonValueKind.Number || body["http_status_code"]!.GetValue<int>() != (int)answer.Status)
        {
            return $"http_status_code is not {(int)answer.Status}: {answer.Text}";
        }

        if (body["success"]?.GetValueKind() != JsonValueKind.False)
        {
            return $"success is not false: {answer.Text}";
        }

        return body["error"] is JsonObject error && IsText(error["message"]) && error["internal_error"]?.GetValueKind() == JsonValueKind.String && error["message"]!.GetValue<string>() == body["message"]!.GetValue<string>()
            ? null
            : $"error is not complete: {answer.Text}";
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length > 0;
}
