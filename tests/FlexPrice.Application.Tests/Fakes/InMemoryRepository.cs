using FlexPrice.Application.Abstractions.Specifications;

namespace FlexPrice.Application.Tests.Fakes;

/// <summary>Evaluates specifications over objects, so that a test says what is stored and not how it is asked for.</summary>
internal class InMemoryRepository<T>(params IEnumerable<T> stored) : IRepositoryBase<T>
    where T : class
{
    public IList<T> Stored { get; } = [.. stored];

    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Page(specification).FirstOrDefault());

    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Page(specification).ToList());

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Matching(specification).Count());

    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Matching(specification).Any());

    public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        Stored.Add(entity);
        return Task.FromResult(entity);
    }

    public async Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var added = entities.ToList();
        foreach (var entity in added)
        {
            await AddAsync(entity, cancellationToken);
        }

        return added;
    }

    private IEnumerable<T> Matching(ISpecification<T> specification) =>
        Stored.Where(item => specification.WhereExpressions.All(criteria => criteria.Compile()(item)));

    private IEnumerable<T> Page(ISpecification<T> specification)
    {
        var ordered = Matching(specification).Order(Comparer<T>.Create((_, _) => 0));
        foreach (var order in specification.OrderExpressions)
        {
            var key = order.KeySelector.Compile();
            ordered = order.Descending ? ordered.ThenByDescending(item => Comparable(key(item))) : ordered.ThenBy(item => Comparable(key(item)));
        }

        return ordered.Skip(specification.Skip ?? 0).Take(specification.Take ?? int.MaxValue);
    }

    private static object? Comparable(object? key) => key is IComparable ? key : key?.ToString();
}
