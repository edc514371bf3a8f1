using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

internal static class SpecificationEvaluator
{
    public static IQueryable<T> Matching<T>(this IQueryable<T> source, ISpecification<T> specification)
        where T : class =>
        specification.WhereExpressions.Aggregate(source, (query, criteria) => query.Where(criteria));

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
