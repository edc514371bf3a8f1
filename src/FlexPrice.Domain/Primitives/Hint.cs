using System.Globalization;
using System.Runtime.CompilerServices;

namespace FlexPrice.Domain.Primitives;

/// <summary>
/// Text for a caller that may mention operations and parts of a call. The Api renders them; nothing else knows how they are called.
/// Write it as an interpolated string: <c>$"{Operation.GetSubscription} shows when it ended."</c>
/// </summary>
[InterpolatedStringHandler]
public sealed class Hint : IEquatable<Hint>
{
    // Texts, references to operations and parts of a call. Two texts never follow each other, so that equal hints have equal parts.
    private readonly List<object> _parts;

    /// <summary>Begins a hint. Called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">The length of the literal text.</param>
    /// <param name="formattedCount">How many values follow.</param>
    public Hint(int literalLength, int formattedCount) => _parts = new List<object>(Math.Min(literalLength, 1) + formattedCount);

    /// <summary>Makes a hint that is only text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Hint(string text)
    {
        var hint = new Hint(text.Length, 0);
        hint.AppendLiteral(text);
        return hint;
    }

    /// <summary>The hint as a detail of an error: text when it mentions nothing that the Api has to render.</summary>
    public object ToDetail() => _parts.TrueForAll(part => part is string) ? (object)ToString() : this;

    /// <summary>Adds text.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value)
    {
        if (_parts is [.., string last])
        {
            _parts[^1] = last + value;
        }
        else if (value.Length > 0)
        {
            _parts.Add(value);
        }
    }

    /// <summary>Adds a value as text.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public void AppendFormatted<T>(T value) => AppendLiteral(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>Mentions an operation.</summary>
    /// <param name="value">The operation.</param>
    public void AppendFormatted(Operation value) => _parts.Add(new OperationReference(value));

    /// <summary>Mentions an operation.</summary>
    /// <param name="value">The operation.</param>
    public void AppendFormatted(OperationReference value) => _parts.Add(value);

    /// <summary>Mentions a part of a call.</summary>
    /// <param name="value">The part.</param>
    public void AppendFormatted(CallPart value) => _parts.Add(value);

    /// <summary>Adds another hint.</summary>
    /// <param name="value">The hint.</param>
    public void AppendFormatted(Hint value)
    {
        foreach (var part in value._parts)
        {
            if (part is string text)
            {
                AppendLiteral(text);
            }
            else
            {
                _parts.Add(part);
            }
        }
    }

    /// <summary>The text for a caller.</summary>
    /// <param name="operation">How an operation is called.</param>
    /// <param name="callPart">What a part of a call is called.</param>
    public string Render(Func<OperationReference, string> operation, Func<CallPart, string> callPart) => string.Concat(_parts.Select(part => part switch
    {
        OperationReference reference => operation(reference),
        CallPart named => callPart(named),
        _ => (string)part,
    }));

    /// <summary>The text in the words of the domain, with what the Api would render in brackets.</summary>
    public override string ToString() => Render(reference => reference.ToString(), part => $"[{part}]");

    /// <inheritdoc />
    public bool Equals(Hint? other) => other is not null && _parts.SequenceEqual(other._parts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Hint);

    /// <inheritdoc />
    public override int GetHashCode() => _parts.Aggregate(0, HashCode.Combine);
}
