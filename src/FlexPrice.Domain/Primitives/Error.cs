namespace FlexPrice.Domain.Primitives;

/// <summary>
/// A failure as a value: what sort it is, a sentence for a human and details for a program.
/// It may repeat what the same request sent, shortened by <see cref="Echo"/>, and never anything read from the database that describes a person.
/// </summary>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Text">One sentence for a human.</param>
public sealed record Error(ErrorKind Kind, Hint Text)
{
    /// <summary>The longest piece of a request that an error repeats, in characters.</summary>
    public const int MaximumEchoLength = 64;

    /// <summary>The detail with the seconds after which the same request may succeed.</summary>
    public const string RetryAfterDetail = "retry_after";

    /// <summary>One sentence for a human, in the words of the domain.</summary>
    public string Message
    {
        get => Text.ToString();
        init => Text = value;
    }

    /// <summary>Facts for a program, keyed by wire field name. Empty by default.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();

    /// <summary>The stable code on the wire.</summary>
    public string Code => WireName.Of(Kind);

    /// <summary>The same error with one more detail.</summary>
    /// <param name="key">The wire field name.</param>
    /// <param name="value">A fact.</param>
    public Error With(string key, object? value) =>
        this with { Details = new Dictionary<string, object?>(Details) { [key] = value } };

    /// <summary>The same error with one more detail. A hint without references becomes a plain text.</summary>
    /// <param name="key">The wire field name.</param>
    /// <param name="hint">What to do.</param>
    public Error With(string key, Hint hint) => With(key, hint.ToDetail());

    /// <summary>The same error with what to do about a part of the request that is not a field.</summary>
    /// <param name="part">The part.</param>
    /// <param name="hint">What to do.</param>
    public Error With(CallPart part, Hint hint) => With(WireName.Of(part), new PartHint(part, hint));

    /// <summary>Shortens what a request sent to <see cref="MaximumEchoLength"/> characters and replaces control characters by <c>?</c>.</summary>
    /// <param name="text">What the request sent.</param>
    public static string Echo(string text)
    {
        var cut = text.Length <= MaximumEchoLength ? text : string.Concat(text.AsSpan(0, MaximumEchoLength), "…");
        return string.Create(cut.Length, cut, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
            }
        });
    }
}
