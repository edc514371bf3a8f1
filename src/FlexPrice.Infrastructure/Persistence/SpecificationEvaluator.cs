using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace FlexPrice.Infrastructure.Persistence;

internal static class SpecificationEvaluator
{
    public static IQueryable<T> Matching<T>(this IQueryable<T> source, ISpecification<T> specification)
        where T : class =>
        specification.WhereExpressions is { Count: > 0 } criteria ? source.Where(All(criteria)) : source;

    public static IQueryable<T> Satisfying<T>(this IQueryable<T> source, ISpecification<T> specification)
        where T : class
    {
        var query = specification.IncludeExpressions.Aggregate(source.Matching(specification), (included, navigation) => included.Include(navigation));
        IOrderedQueryable<T>? ordered = null;
        foreach (var order in specification.OrderExpressions)
        {
            ordered = OrderBy(query, ordered, order);
        }

        query = ordered ?? query;
        if (specification.Skip is { } skip)
        {
            query = query.Skip(skip);
        }

        if (specification.Take is { } take)
        {
            query = query.Take(take);
        }

        return specification.AsNoTracking ? query.AsNoTracking() : query;
    }

    // One after the other, every condition would stand one level deeper, and whoever walks a deep tree runs out of stack, which nothing can catch.
    private static Expression<Func<T, bool>> All<T>(IReadOnlyList<Expression<Func<T, bool>>> criteria)
    {
        var row = criteria[0].Parameters[0];
        return Expression.Lambda<Func<T, bool>>(
            Balanced([.. criteria.Select(one => ReplacingExpressionVisitor.Replace(one.Parameters[0], row, one.Body))]),
            row);
    }

    private static Expression Balanced(ReadOnlySpan<Expression> conditions) =>
        conditions.Length == 1 ? conditions[0] : Expression.AndAlso(Balanced(conditions[..(conditions.Length / 2)]), Balanced(conditions[(conditions.Length / 2)..]));

    private static IOrderedQueryable<T> OrderBy<T>(IQueryable<T> query, IOrderedQueryable<T>? ordered, OrderExpressionInfo<T> order)
    {
        var key = order.KeySelector;
        return (ordered, order.Descending) switch
        {
            (null, false) => query.OrderBy(key),
            (null, true) => query.OrderByDescending(key),
            (not null, false) => ordered.ThenBy(key),
            (not null, true) => ordered.ThenByDescending(key),
        };
    }
}
