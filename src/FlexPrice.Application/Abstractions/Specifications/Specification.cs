using System.Linq.Expressions;

namespace FlexPrice.Application.Abstractions.Specifications;

/// <inheritdoc cref="ISpecification{T}" />
public abstract class Specification<T> : ISpecification<T>
{
    private readonly List<Expression<Func<T, bool>>> _where = [];
    private readonly List<OrderExpressionInfo<T>> _order = [];
    private readonly List<Expression<Func<T, object>>> _include = [];

    /// <summary>Starts to describe the query.</summary>
    protected Specification() => Query = new SpecificationBuilder<T>(this);

    /// <summary>Describes the query.</summary>
    protected ISpecificationBuilder<T> Query { get; }

    /// <inheritdoc />
    public IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions => _where;

    /// <inheritdoc />
    public IReadOnlyList<OrderExpressionInfo<T>> OrderExpressions => _order;

    /// <inheritdoc />
    public IReadOnlyList<Expression<Func<T, object>>> IncludeExpressions => _include;

    /// <inheritdoc />
    public int? Skip { get; internal set; }

    /// <inheritdoc />
    public int? Take { get; internal set; }

    /// <inheritdoc />
    public bool AsNoTracking { get; internal set; }

    internal void Add(Expression<Func<T, bool>> criteria) => _where.Add(criteria);

    internal void Add(OrderExpressionInfo<T> order) => _order.Add(order);

    internal void Add(Expression<Func<T, object>> include) => _include.Add(include);
}
