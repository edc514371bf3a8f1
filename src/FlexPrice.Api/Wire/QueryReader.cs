using System.Globalization;
using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Wire;

/// <summary>Reads query parameters and collects what is wrong with them.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly Dictionary<string, object?> _wrong = new(StringComparer.Ordinal);

    /// <summary>Everything that is wrong so far, or null.</summary>
    public Error? Error => _wrong.Count == 0 ? null : new Error(ErrorKind.Validation, RequestErrors.ValidationMessage) { Details = _wrong };

    /// <summary>The value of a parameter that may be sent once; null when it is absent.</summary>
    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            _wrong[Error.Echo(name)] = $"{Error.Echo(name)} was sent {values.Count} times. Send it once.";
            return null;
        }

        return values.Count == 0 ? null : Checked(name, values[0]);
    }

    /// <summary>A whole number; 0 when it is absent.</summary>
    public int Number(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _wrong[name] = $"{name} must be a whole number.";
        return 0;
    }

    /// <summary>Yes or no; no when it is absent.</summary>
    public bool Flag(string name)
    {
        var text = Text(name);
        if (text is null or "true" or "false")
        {
            return text == "true";
        }

        _wrong[name] = $"{name} must be true or false.";
        return false;
    }

    /// <summary>A time; null when it is absent.</summary>
    public DateTimeOffset? Time(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (TimestampConverter.TryParse(text, out var time))
        {
            return time;
        }

        _wrong[name] = $"{name} must be an RFC 3339 time, for example 2026-01-31T00:00:00Z.";
        return null;
    }

    /// <summary>All values of a parameter that may be sent again and again; null when it is absent.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        var values = query[name];
        return values.Count == 0 ? null : [.. values.Select(value => Checked(name, value) ?? "")];
    }

    private string? Checked(string name, string? value)
    {
        var shown = Error.Echo(name);
        if (value is { Length: > RequestLimits.Text })
        {
            _wrong[shown] = $"{shown} must have at most {RequestLimits.Text} characters.";
            return null;
        }

        if (value?.Contains(TextConverter.Nul, StringComparison.Ordinal) is true)
        {
            _wrong[shown] = $"{shown} must not hold the character U+0000.";
            return null;
        }

        return value;
    }
}
