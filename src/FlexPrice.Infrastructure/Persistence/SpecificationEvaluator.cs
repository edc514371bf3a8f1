using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>Makes a query of a specification. What it does not know, it refuses: a condition must never be dropped without a word.</summary>
internal sealed class SpecificationEvaluator : ISpecificationEvaluator
{
    public static readonly SpecificationEvaluator Instance = new();

    private SpecificationEvaluator()
    {
    }

    /// <inheritdoc />
    public IQueryable<TResult> GetQuery<T, TResult>(IQueryable<T> inputQuery, ISpecification<T, TResult> specification)
        where T : class
    {
        Refuse(specification, (specification.SelectorMany is not null, nameof(specification.SelectorMany)), (specification.PostProcessingAction is not null, nameof(specification.PostProcessingAction)));
        return GetQuery(inputQuery, (ISpecification<T>)specification).Select(specification.Selector ?? throw new SelectorNotFoundException());
    }

    /// <inheritdoc />
    public IQueryable<T> GetQuery<T>(IQueryable<T> inputQuery, ISpecification<T> specification, bool evaluateCriteriaOnly = false)
        where T : class
    {
        Refuse(
            specification,
            (specification.SearchCriterias.Any(), nameof(specification.SearchCriterias)),
            (specification.IncludeStrings.Any(), nameof(specification.IncludeStrings)),
            (specification.IgnoreQueryFilters, nameof(specification.IgnoreQueryFilters)),
            (specification.IgnoreAutoIncludes, nameof(specification.IgnoreAutoIncludes)),
            (specification.AsNoTrackingWithIdentityResolution, nameof(specification.AsNoTrackingWithIdentityResolution)),
            (specification.CacheEnabled, nameof(specification.CacheEnabled)),
            (specification.PostProcessingAction is not null, nameof(specification.PostProcessingAction)));

        var matching = BalancedWhereEvaluator.Instance.GetQuery(inputQuery, specification);
        if (evaluateCriteriaOnly)
        {
            return matching;
        }

        var included = specification.IncludeExpressions.Aggregate(matching, Include);
        var page = PaginationEvaluator.Instance.GetQuery(OrderEvaluator.Instance.GetQuery(included, specification), specification);
        page = specification.QueryTags.Aggregate(page, (tagged, tag) => tagged.TagWith(tag));
        page = specification.AsSplitQuery ? page.AsSplitQuery() : page;
        return specification.AsNoTracking ? page.AsNoTracking() : page;
    }

    private static IQueryable<T> Include<T>(IQueryable<T> query, IncludeExpressionInfo include)
        where T : class => include.Type == IncludeTypeEnum.Include
        ? query.Include(Expression.Lambda<Func<T, object>>(include.LambdaExpression.Body, include.LambdaExpression.Parameters))
        : throw new NotSupportedException("Name a part of a part in its own Include.");

    private static void Refuse<T>(ISpecification<T> specification, params ReadOnlySpan<(bool IsUsed, string Part)> parts)
    {
        foreach (var (isUsed, part) in parts)
        {
            if (isUsed)
            {
                throw new NotSupportedException($"{specification.GetType().Name} uses {part}, which {nameof(SpecificationEvaluator)} does not support.");
            }
        }
    }
}
