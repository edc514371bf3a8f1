using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Usage that is collected under external ids, when these change hands.</summary>
public interface ICollectedUsage
{
    /// <summary>A customer takes an external id: usage under it without an owner becomes the customer's.</summary>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="taker">The customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task AssignAsync(LookupHash externalId, CustomerId taker, CancellationToken cancellationToken);

    /// <summary>A customer gives an external id up: its usage under it stays the customer's, and later usage does not join it.</summary>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="holder">The customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task ReleaseAsync(LookupHash externalId, CustomerId holder, CancellationToken cancellationToken);
}
