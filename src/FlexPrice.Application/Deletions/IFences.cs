using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>The fences of the caller's environment. <see cref="Fence"/> says what they are for.</summary>
public interface IFences
{
    /// <summary>Raises a fence around every external id that each customer, who must still be there, holds or has held; one that stands is prolonged.</summary>
    /// <param name="deletions">Who is about to be removed, and the records of it, by which the former external ids are found.</param>
    /// <param name="at">When; each stands <see cref="Fence.Years"/> years from then.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task RaiseAsync(IReadOnlyDictionary<CustomerId, DeletionId> deletions, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Around which of these external ids a fence stands.</summary>
    Task<IReadOnlySet<LookupHash>> ActiveAsync(IReadOnlyCollection<LookupHash> externalIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes fences that have expired. Answers how many.</summary>
    /// <param name="at">The time now.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<int> ForgetExpiredAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken);
}
