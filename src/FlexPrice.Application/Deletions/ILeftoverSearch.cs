using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Deletions;

/// <summary>Searches the stores for what should be gone.</summary>
public interface ILeftoverSearch
{
    /// <summary>How many rows of any table still refer to a customer; the deletion's own record and log are not counted.</summary>
    Task<long> CountAsync(CustomerId customerId, CancellationToken cancellationToken);
}
