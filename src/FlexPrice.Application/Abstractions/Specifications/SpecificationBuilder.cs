using System.Linq.Expressions;

namespace FlexPrice.Application.Abstractions.Specifications;

internal sealed class SpecificationBuilder<T>(Specification<T> specification) : ISpecificationBuilder<T>
{
    public ISpecificationBuilder<T> Where(Expression<Func<T, bool>> criteria)
    {
        specification.Add(criteria);
        return this;
    }

    public ISpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> keySelector)
    {
        specification.Add(new OrderExpressionInfo<T>(keySelector, Descending: false));
        return this;
    }

    public ISpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> keySelector)
    {
        specification.Add(new OrderExpressionInfo<T>(keySelector, Descending: true));
        return this;
    }

    public ISpecificationBuilder<T> Include(Expression<Func<T, object>> navigation)
    {
        specification.Add(navigation);
        return this;
    }

    public ISpecificationBuilder<T> Skip(int count)
    {
        specification.Skip = count;
        return this;
    }

    public ISpecificationBuilder<T> Take(int count)
    {
        specification.Take = count;
        return this;
    }

    public ISpecificationBuilder<T> AsNoTracking()
    {
        specification.AsNoTracking = true;
        return this;
    }
}
