using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Deletions;

/// <summary>Searches the stores for what should be gone.</summary>
public interface ILeftoverSearch
{
    /// <summary>The rows of any table that still refer to a customer, by table; none when everything is gone. The deletion's own record and log are not counted.</summary>
    Task<IReadOnlyList<Leftover>> FindAsync(CustomerId customerId, CancellationToken cancellationToken);
}
