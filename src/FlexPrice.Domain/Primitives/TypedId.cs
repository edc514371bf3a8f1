using System.Buffers;

namespace FlexPrice.Domain.Primitives;

/// <summary>Reading typed ids.</summary>
public static class TypedId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaximumLength = 50;

    private const int UlidLength = 26;
    private static readonly SearchValues<char> CrockfordBase32 = SearchValues.Create("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

    /// <summary>Reads what a caller sent. Only the exact form of this kind of id is accepted.</summary>
    /// <typeparam name="TId">The kind of id.</typeparam>
    /// <param name="text">What the caller sent.</param>
    /// <param name="id">The id on success.</param>
    public static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, ITypedId<TId>
    {
        id = default;
        var prefix = TId.Prefix;
        if (text is null || text.Length != prefix.Length + 1 + UlidLength || text[prefix.Length] != '_' || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        if (text.AsSpan(prefix.Length + 1).ContainsAnyExcept(CrockfordBase32))
        {
            return false;
        }

        id = TId.From(text);
        return true;
    }
}
