namespace FlexPrice.Application.Abstractions;

/// <summary>Reads aggregates of one type in the caller's environment.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IReadRepository<T>
    where T : class
{
    /// <summary>The first match, or null.</summary>
    Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>What is selected of the first match, or null.</summary>
    /// <typeparam name="TResult">The projection.</typeparam>
    Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default);

#pragma warning disable MA0016 // A new list without other references.
    /// <summary>All matches.</summary>
    Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>What is selected of all matches.</summary>
    /// <typeparam name="TResult">The projection.</typeparam>
    Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default);
#pragma warning restore MA0016

    /// <summary>The number of matches, without regard to skip and take.</summary>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>Whether there is a match.</summary>
    Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
}
