using System.Buffers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>The id of a request: the caller's own, or <c>req_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
internal readonly record struct RequestId(string Value) : ITypedId<RequestId>
{
    public const string HeaderName = "X-Request-ID";

    private const int MaximumLength = 128;
    private static readonly SearchValues<char> Safe = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.:/+=@,~");

    public static string Prefix => "req";

    public static RequestId From(string value) => new(value);

    public static bool IsAcceptable(string? sent) => sent is { Length: > 0 and <= MaximumLength } && !sent.AsSpan().ContainsAnyExcept(Safe);

    public override string ToString() => Value;
}
