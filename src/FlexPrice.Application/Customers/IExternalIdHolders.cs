using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Looks up who holds external ids in the caller's environment. The published customer does; without one, the archived customer from whom nobody has taken it.</summary>
public interface IExternalIdHolders
{
    /// <summary>Finds the holders.</summary>
    /// <param name="externalIds">The blind indexes of the external ids.</param>
    /// <param name="since">The holdings that ended then or later are found too; null for none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<Holders> FindAsync(IReadOnlyCollection<LookupHash> externalIds, DateTimeOffset? since, CancellationToken cancellationToken);
}
