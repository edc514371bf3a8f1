using Ardalis.Specification;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Testing.Fakes;

/// <summary>Evaluates specifications over objects, so that a test states what is stored and not how it is queried.</summary>
internal class InMemoryRepository<T>(params IEnumerable<T> stored) : IRepository<T>
    where T : class
{
    public IList<T> Stored { get; } = [.. stored];

    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Page(specification).FirstOrDefault());

    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Page(specification).ToList());

    public Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Selected(specification).FirstOrDefault());

    public Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Task.FromResult(Selected(specification).ToList());

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
        Stored.Where(item => specification.WhereExpressions.All(criteria => criteria.FilterFunc(item)));

    private IEnumerable<T> Page(ISpecification<T> specification)
    {
        var ordered = Matching(specification).Order(Comparer<T>.Create((_, _) => 0));
        foreach (var order in specification.OrderExpressions)
        {
            ordered = order.OrderType is OrderTypeEnum.OrderBy or OrderTypeEnum.ThenBy
                ? ordered.ThenBy(item => Comparable(order.KeySelectorFunc(item)))
                : ordered.ThenByDescending(item => Comparable(order.KeySelectorFunc(item)));
        }

        return ordered.Skip(Math.Max(specification.Skip, 0)).Take(specification.Take < 0 ? int.MaxValue : specification.Take);
    }

    private IEnumerable<TResult> Selected<TResult>(ISpecification<T, TResult> specification) => Page(specification).Select(specification.Selector!.Compile());

    private static object? Comparable(object? key) => key is IComparable ? key : key?.ToString();
}
