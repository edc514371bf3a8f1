using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

internal class EfRepository<T>(FlexPriceDbContext context) : IRepositoryBase<T>
    where T : class
{
    protected FlexPriceDbContext Context { get; } = context;

    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Context.Set<T>().Satisfying(specification).FirstOrDefaultAsync(cancellationToken);

    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Context.Set<T>().Satisfying(specification).ToListAsync(cancellationToken);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Context.Set<T>().Matching(specification).CountAsync(cancellationToken);

    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Context.Set<T>().Matching(specification).AnyAsync(cancellationToken);

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
}
