using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Deletions;

/// <summary>Searches the stores for leftovers.</summary>
public interface ILeftoverSearch
{
    /// <summary>The rows that still refer to a customer, by table; none when everything is removed. The deletion's own record and log are not counted.</summary>
    Task<IReadOnlyList<Leftover>> FindAsync(CustomerId customerId, CancellationToken cancellationToken);
}
