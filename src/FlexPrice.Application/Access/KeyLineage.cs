using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>
/// Which API keys act as one where something is counted: a key and all that it and its issued keys have issued, revoked ones too, so that nobody gets a second count by
/// issuing a key. A super_admin's keys count each for itself: it may change every limit anyway, and it is who hands out keys to programs that have nothing in common.
/// </summary>
public sealed class KeyLineage(IReadRepository<ApiKey> keys, KnownLineages known)
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

        var all = (await keys.ListAsync(new AllApiKeys(), cancellationToken)).ToDictionary(key => key.Id.Value, StringComparer.Ordinal);
        var origin = actor;
        while (all.TryGetValue(origin, out var key) && all.TryGetValue(key.CreatedBy, out var issuer) && !IsSuperAdmin(issuer))
        {
            origin = key.CreatedBy;
        }

        known.Note(actor, origin);
        return origin;
    }

    private static bool IsSuperAdmin(ApiKey key) => key.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal);
}
