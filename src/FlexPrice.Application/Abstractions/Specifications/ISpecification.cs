using System.Linq.Expressions;

namespace FlexPrice.Application.Abstractions.Specifications;

/// <summary>A named query over aggregates of one type.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface ISpecification<T>
{
    /// <summary>Conditions, all of which hold.</summary>
    IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions { get; }

    /// <summary>Sort keys, the first one leading.</summary>
    IReadOnlyList<OrderExpressionInfo<T>> OrderExpressions { get; }

    /// <summary>Parts of the aggregate that are loaded with it.</summary>
    IReadOnlyList<Expression<Func<T, object>>> IncludeExpressions { get; }

    /// <summary>How many matches are left out at the beginning; null for none.</summary>
    int? Skip { get; }

    /// <summary>How many matches are taken at most; null for all.</summary>
    int? Take { get; }

    /// <summary>Whether what is loaded is read only. Default: false.</summary>
    bool AsNoTracking { get; }
}
