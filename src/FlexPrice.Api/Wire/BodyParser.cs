using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Wire;

/// <summary>Parses the bytes of a body into a request, or names the invalid field.</summary>
internal static class BodyParser
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static Result<T> Parse<T>(ReadOnlySpan<byte> body)
        where T : class
    {
        if (body.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (FindDefect(body) is var (where, defect))
        {
            return RequestErrors.InvalidFormat(where, defect);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(body, WireJson.Options) is { } request
                ? request
                : RequestErrors.InvalidFormat(RequestErrors.BodyField, "The body must be a JSON object.");
        }
        catch (JsonException wrong)
        {
            var field = FieldOf(wrong.Path);
            return RequestErrors.InvalidFormat(
                field,
                IsUnknown<T>(field) ? $"{field} is no field of this request. Its fields are: {string.Join(", ", FieldsOf<T>())}." :
                wrong is WireFormatException ? $"{field} {wrong.Message}" : $"{field} has the wrong JSON type or is out of range.");
        }
    }

    private static bool IsUnknown<T>(string field) =>
        WireJson.Options.GetTypeInfo(typeof(T)).UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow && field != RequestErrors.BodyField && !FieldsOf<T>().Contains(field.Split('.', '[')[0], StringComparer.Ordinal);

    private static IEnumerable<string> FieldsOf<T>() => WireJson.Options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name);

    // Also finds what the serializer leaves for later: invalid text inside of free-form values, and more entries than anything may have, which would be a hundred times as large as objects.
    private static (string Field, string Defect)? FindDefect(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return (RequestErrors.BodyField, "The body is not valid UTF-8.");
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WireJson.MaximumDepth });
        var entries = new EntryCount();
        try
        {
            while (reader.Read())
            {
                if (entries.Add(ref reader) is { } field)
                {
                    return (field, $"{field} holds too much: nothing may have more than {EntryCount.MaximumPerCollection} entries, or more than {EntryCount.MaximumPerBody} with all that is in it.");
                }

                if (reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && IsNameWithNul(reader.GetString()!, reader.TokenType))
                {
                    return (RequestErrors.BodyField, $"The body holds a name with the character U+0000 (at byte {reader.TokenStartIndex + 1}), which no database is bound to keep.");
                }
            }
        }
        catch (JsonException wrong)
        {
            return (RequestErrors.BodyField, $"The body is not valid JSON, or nested deeper than {WireJson.MaximumDepth} levels (line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            return (RequestErrors.BodyField, $"The body holds half a surrogate pair (at byte {reader.TokenStartIndex + 1}), which is no text.");
        }

        return null;
    }

    private static bool IsNameWithNul(string text, JsonTokenType type) => type == JsonTokenType.PropertyName && text.Contains(TextConverter.Nul, StringComparison.Ordinal);

    private static string FieldOf(string? path) =>
        path is null or "$" ? RequestErrors.BodyField : Error.Echo(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path);
}
