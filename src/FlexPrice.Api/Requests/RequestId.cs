using System.Text.RegularExpressions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>The id of a request: the caller's own, or <c>req_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
internal readonly partial record struct RequestId(string Value) : ITypedId<RequestId>
{
    public const string HeaderName = "X-Request-ID";

    public static string Prefix => "req";

    public static RequestId From(string value) => new(value);

    /// <summary>Whether the caller's own id is used. It is logged, so it must not be able to contain a name or an address.</summary>
    public static bool IsAcceptable(string? sent) => sent is not null && Acceptable().IsMatch(sent);

    public override string ToString() => Value;

    // A UUID, a ULID, or an id like our own.
    [GeneratedRegex(@"\A(?:[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}|[0-9A-Fa-f]{32}|[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}|req_[0-9A-Za-z]{1,64})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Acceptable();
}
