using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>Lists of values for conditions.</summary>
internal static class EnumerableExtensions
{
    /// <summary>What a request named, read and each value once: a list goes to the database as it is.</summary>
    /// <typeparam name="T">The type of the texts.</typeparam>
    /// <typeparam name="TValue">The other type.</typeparam>
    public static List<TValue> Distinct<T, TValue>(this IEnumerable<T> named, Func<T, TValue> read) => [.. named.Select(read).Distinct()];

    /// <summary>The ids that a request named. A text that is no id of this kind is left out, because it matches nothing: SQL Server would match an id with trailing blanks.</summary>
    /// <typeparam name="TId">The kind of id.</typeparam>
    public static List<TId> Ids<TId>(this IEnumerable<string> named)
        where TId : struct, ITypedId<TId> => [.. named.Select(OneOrNone<TId>).OfType<TId>().Distinct()];

    /// <summary>The id that a request named; one that nothing has where it has not the form of this kind of id.</summary>
    /// <typeparam name="TId">The kind of id.</typeparam>
    public static TId Id<TId>(this string named)
        where TId : struct, ITypedId<TId> => OneOrNone<TId>(named) ?? TId.From("");

    private static TId? OneOrNone<TId>(string named)
        where TId : struct, ITypedId<TId> => TypedId.TryParse<TId>(named, out var id) ? id : null;
}
