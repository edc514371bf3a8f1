using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Finds the customers that a request names.</summary>
public interface ICascadeRoots
{
    /// <summary>The id of the customer. When only our id was sent, the customer need not exist.</summary>
    /// <param name="reference">How the request names the customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Result<CustomerId>> ResolveIdAsync(CustomerReference reference, CancellationToken cancellationToken);

    /// <summary>The id of another customer that the request names, existing or not; null when it names none.</summary>
    /// <param name="named">How the request names the customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<CustomerId?> FindIdAsync(CustomerReference? named, CancellationToken cancellationToken);

    /// <summary>Why there is no such customer: unknown, or deleted and when by which deletion.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Error> NotFoundErrorAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Why the customer's family cannot be handled at once.</summary>
    /// <param name="limit">The largest family, in customers.</param>
    Error FamilyTooLarge(int limit);
}
