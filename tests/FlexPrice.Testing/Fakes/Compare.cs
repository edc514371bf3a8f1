using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.Fakes;

internal static class Compare
{
    /// <summary>Details are dictionaries, which do not compare by value.</summary>
    public static readonly IEqualityComparer<Error?> ByKindAndMessage =
        EqualityComparer<Error?>.Create((left, right) => left?.Kind == right?.Kind && left?.Message == right?.Message, error => error?.Kind.GetHashCode() ?? 0);
}
