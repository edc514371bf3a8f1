using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>
/// API keys that share limits: a key and all keys issued with it or with its descendants, including revoked ones, so that issuing a key does not
/// give another limit. Keys issued by a super_admin have limits of their own: a super_admin may change every limit anyway, and it issues keys to unrelated programs.
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

        // Each key is visited once, so that a circle of issuers cannot loop for ever.
        while (origins.Remove(origin, out var key) && origins.TryGetValue(key.IssuerId, out var issuer) && !issuer.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal))
        {
            origin = issuer.Id;
        }

        known.Remember(actor, origin);
        return origin;
    }
}
