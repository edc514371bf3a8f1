using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>
/// Which API keys act as one where something is counted: a key and all that it and its issued keys have issued, revoked ones too, so that nobody gets a second count by
/// issuing a key. A super_admin's keys count each for itself: it may change every limit anyway, and it is who hands out keys to programs that have nothing in common.
/// </summary>
public sealed class KeyLineage(IApiKeyFamilies families, KnownLineages known)
{
    /// <summary>The id of the lineage that a key belongs to: the first key of it, the one below a super_admin.</summary>
    /// <param name="actor">The id of the key.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string> OfAsync(string actor, CancellationToken cancellationToken)
    {
        if (known.Of(actor) is { } lineage)
        {
            return lineage;
        }

        var origins = (await families.OriginsAsync(actor, cancellationToken)).ToDictionary(key => key.Id, StringComparer.Ordinal);
        var origin = actor;

        // Each is passed once, so that no circle of issuers could keep this going.
        while (origins.Remove(origin, out var key) && origins.TryGetValue(key.IssuerId, out var issuer) && !issuer.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal))
        {
            origin = issuer.Id;
        }

        known.Remember(actor, origin);
        return origin;
    }
}
