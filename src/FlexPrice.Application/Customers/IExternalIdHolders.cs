using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>
/// Finds the holders of external ids in the caller's environment: the published customer; without one, the newest archived customer that has not lost it to another one.
/// </summary>
public interface IExternalIdHolders
{
    /// <summary>Finds the holders of external ids at given times, and the current ones.</summary>
    /// <param name="moments">The blind indexes of the external ids, each with a time; null is now.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<Holders> FindAsync(IReadOnlyCollection<(LookupHash ExternalId, DateTimeOffset? Time)> moments, CancellationToken cancellationToken);

    /// <summary>The archived customers that still hold an external id, the newest first. There are several only if all were archived before ends of holdings were stored.</summary>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<CustomerId>> ListArchivedAsync(LookupHash externalId, CancellationToken cancellationToken);
}
