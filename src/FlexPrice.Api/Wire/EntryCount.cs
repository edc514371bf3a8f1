using System.Text.Json;
using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Wire;

/// <summary>
/// Counts the entries of a body while it is read, before anything is made of it: 30 MiB of empty objects become two gigabytes. The limits are far above those of any field,
/// which say it more exactly.
/// </summary>
internal struct EntryCount()
{
    /// <summary>The most entries of one list or object.</summary>
    public const int MaximumPerCollection = 10_000;

    /// <summary>The most entries of a body: a thousand events with as many properties as they may have.</summary>
    public const int MaximumPerBody = 300_000;

    private readonly Stack<(bool IsList, int Entries)> _open = [];
    private string _field = RequestErrors.BodyField;
    private int _all;

    /// <summary>Counts what the reader is at.</summary>
    /// <returns>The field with too many entries, or null.</returns>
    public string? Add(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                _open.Pop();
                return null;
            case JsonTokenType.PropertyName when _open.Count == 1:
                _field = Error.Echo(reader.GetString()!);
                break;
        }

        if (_open.TryPeek(out var holder) && (holder.IsList || reader.TokenType == JsonTokenType.PropertyName))
        {
            _open.Pop();
            _open.Push(holder with { Entries = holder.Entries + 1 });
            if (holder.Entries >= MaximumPerCollection || ++_all > MaximumPerBody)
            {
                return _open.Count == 1 ? RequestErrors.BodyField : _field;
            }
        }

        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            _open.Push((reader.TokenType == JsonTokenType.StartArray, 0));
        }

        return null;
    }
}
