using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>
/// Joins all conditions of a specification as a balanced tree. The package's <see cref="WhereEvaluator"/> nests each condition one level deeper,
/// and walking a deep tree overflows the stack, which cannot be caught.
/// </summary>
internal sealed class BalancedWhereEvaluator : IEvaluator
{
    public static readonly BalancedWhereEvaluator Instance = new();

    private BalancedWhereEvaluator()
    {
    }

    /// <inheritdoc />
    public bool IsCriteriaEvaluator => true;

    /// <inheritdoc />
    public IQueryable<T> GetQuery<T>(IQueryable<T> query, ISpecification<T> specification)
        where T : class => specification.WhereExpressions.Select(condition => condition.Filter).ToList() is { Count: > 0 } conditions ? query.Where(All(conditions)) : query;

    private static Expression<Func<T, bool>> All<T>(List<Expression<Func<T, bool>>> conditions)
    {
        var row = conditions[0].Parameters[0];
        return Expression.Lambda<Func<T, bool>>(
            Balanced([.. conditions.Select(one => ReplacingExpressionVisitor.Replace(one.Parameters[0], row, one.Body))]),
            row);
    }

    private static Expression Balanced(ReadOnlySpan<Expression> conditions) =>
        conditions.Length == 1 ? conditions[0] : Expression.AndAlso(Balanced(conditions[..(conditions.Length / 2)]), Balanced(conditions[(conditions.Length / 2)..]));
}
