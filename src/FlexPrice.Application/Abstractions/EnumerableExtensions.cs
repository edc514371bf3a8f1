namespace FlexPrice.Application.Abstractions;

/// <summary>Lists of values for conditions.</summary>
internal static class EnumerableExtensions
{
    /// <summary>What a request named, read and each value once: a list goes to the database as it is.</summary>
    /// <typeparam name="T">What was named.</typeparam>
    /// <typeparam name="TValue">What it is compared with.</typeparam>
    public static List<TValue> Distinct<T, TValue>(this IEnumerable<T> named, Func<T, TValue> read) => [.. named.Select(read).Distinct()];
}
