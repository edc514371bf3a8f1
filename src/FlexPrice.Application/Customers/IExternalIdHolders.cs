using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>
/// Looks up who holds external ids in the caller's environment. The published customer does; without one, the archived customer from whom nobody has taken it, of several the newest.
/// </summary>
public interface IExternalIdHolders
{
    /// <summary>Finds who held external ids at some times, and who holds them now.</summary>
    /// <param name="moments">The blind indexes of the external ids, each with a time; null is now.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<Holders> FindAsync(IReadOnlyCollection<(LookupHash ExternalId, DateTimeOffset? Time)> moments, CancellationToken cancellationToken);

    /// <summary>The archived customers who have an external id and from whom nobody has taken it, the newest first. There are several only where all were archived before ends were kept.</summary>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<CustomerId>> ListArchivedAsync(LookupHash externalId, CancellationToken cancellationToken);
}
