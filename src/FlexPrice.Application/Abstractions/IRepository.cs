namespace FlexPrice.Application.Abstractions;

/// <summary>Reads and adds aggregates of one type. What is added or changed is saved by the unit of work, once.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IRepository<T> : IReadRepository<T>
    where T : class
{
    /// <summary>Adds an aggregate.</summary>
    Task<T> AddAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Adds aggregates.</summary>
    Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);
}
