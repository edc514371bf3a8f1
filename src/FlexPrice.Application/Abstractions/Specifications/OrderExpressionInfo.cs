using System.Linq.Expressions;

namespace FlexPrice.Application.Abstractions.Specifications;

/// <summary>One sort key.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="KeySelector">What to sort by.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record OrderExpressionInfo<T>(Expression<Func<T, object?>> KeySelector, bool Descending);
