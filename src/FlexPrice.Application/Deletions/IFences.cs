using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>The fences of the caller's environment. See <see cref="Fence"/>.</summary>
public interface IFences
{
    /// <summary>Creates a fence for every external id that each customer has or had; an existing fence is prolonged. The customers must still exist.</summary>
    /// <param name="deletions">The customers that are about to be removed, with their deletion records, by which the former external ids are found.</param>
    /// <param name="at">The start; a fence lasts <see cref="Fence.Years"/> years.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task RaiseAsync(IReadOnlyDictionary<CustomerId, DeletionId> deletions, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Which of these external ids have a fence.</summary>
    Task<IReadOnlySet<LookupHash>> ActiveAsync(IReadOnlyCollection<LookupHash> externalIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes fences that have expired. Answers how many.</summary>
    /// <param name="at">The time now.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<int> ForgetExpiredAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken);
}
