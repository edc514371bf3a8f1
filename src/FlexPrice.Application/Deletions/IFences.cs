using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>The fences of the caller's environment. <see cref="Fence"/> says what they are for.</summary>
public interface IFences
{
    /// <summary>Raises a fence around the external id of each customer, who must still be there; one that stands is prolonged.</summary>
    /// <param name="customers">Who is about to be removed.</param>
    /// <param name="at">When; each stands <see cref="Fence.Years"/> years from then.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task RaiseAsync(IReadOnlyList<CustomerId> customers, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Whether a fence stands around an external id.</summary>
    Task<bool> StandsAsync(LookupHash externalId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes fences that have expired. Answers how many.</summary>
    /// <param name="at">The time now.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<int> ForgetExpiredAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken);
}
