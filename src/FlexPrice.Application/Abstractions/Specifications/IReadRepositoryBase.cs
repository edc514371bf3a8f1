namespace FlexPrice.Application.Abstractions.Specifications;

/// <summary>Reads aggregates of one type in the caller's environment.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IReadRepositoryBase<T>
    where T : class
{
    /// <summary>The first match, or null.</summary>
    Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

#pragma warning disable MA0016 // Ardalis' signature, so that the package can be put in place of ours.
    /// <summary>All matches.</summary>
    Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
#pragma warning restore MA0016

    /// <summary>The number of matches, without regard to skip and take.</summary>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>Whether there is a match.</summary>
    Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
}
