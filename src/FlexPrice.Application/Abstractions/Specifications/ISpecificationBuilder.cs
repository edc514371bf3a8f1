using System.Linq.Expressions;

namespace FlexPrice.Application.Abstractions.Specifications;

/// <summary>Describes a <see cref="Specification{T}"/>.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface ISpecificationBuilder<T>
{
    /// <summary>Adds a condition.</summary>
    ISpecificationBuilder<T> Where(Expression<Func<T, bool>> criteria);

    /// <summary>Adds a sort key, the smallest first.</summary>
    ISpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> keySelector);

    /// <summary>Adds a sort key, the greatest first.</summary>
    ISpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> keySelector);

    /// <summary>Loads a part of the aggregate with it.</summary>
    ISpecificationBuilder<T> Include(Expression<Func<T, object>> navigation);

    /// <summary>Leaves out matches at the beginning.</summary>
    ISpecificationBuilder<T> Skip(int count);

    /// <summary>Takes so many matches at most.</summary>
    ISpecificationBuilder<T> Take(int count);

    /// <summary>Reads only.</summary>
    ISpecificationBuilder<T> AsNoTracking();
}
