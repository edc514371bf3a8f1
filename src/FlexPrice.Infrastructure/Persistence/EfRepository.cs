using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

internal class EfRepository<T>(FlexPriceDbContext context) : IRepository<T>
    where T : class
{
    protected FlexPriceDbContext Context { get; } = context;

    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Apply(specification).FirstOrDefaultAsync(cancellationToken);

    public Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Selecting(specification).FirstOrDefaultAsync(cancellationToken);

    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Apply(specification).ToListAsync(cancellationToken);

    public Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Selecting(specification).ToListAsync(cancellationToken);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Matching(specification).CountAsync(cancellationToken);

    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Matching(specification).AnyAsync(cancellationToken);

    public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        Context.Set<T>().Add(entity);
        return Task.FromResult(entity);
    }

    public Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var added = entities.ToList();
        Context.Set<T>().AddRange(added);
        return Task.FromResult<IEnumerable<T>>(added);
    }

    private IQueryable<T> Apply(ISpecification<T> specification) => SpecificationEvaluator.Instance.GetQuery(Context.Set<T>(), specification);

    private IQueryable<T> Matching(ISpecification<T> specification) => SpecificationEvaluator.Instance.GetQuery(Context.Set<T>(), specification, evaluateCriteriaOnly: true);

    private IQueryable<TResult> Selecting<TResult>(ISpecification<T, TResult> specification) => SpecificationEvaluator.Instance.GetQuery(Context.Set<T>(), specification);
}
