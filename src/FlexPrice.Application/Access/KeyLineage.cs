using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>
/// Which API keys act as one where something is counted: a key and all that it and its issued keys have issued, revoked ones too, so that nobody gets a second count by
/// issuing a key. A super_admin's keys count each for itself: it may change every limit anyway, and it is who hands out keys to programs that have nothing in common.
/// </summary>
public sealed class KeyLineage(IReadRepositoryBase<ApiKey> keys)
{
    /// <summary>The ids of the keys that act as one with a key, that key among them.</summary>
    /// <param name="actor">The id of the key.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<string>> OfAsync(string actor, CancellationToken cancellationToken)
    {
        var all = (await keys.ListAsync(new AllApiKeys(), cancellationToken)).ToDictionary(key => key.Id.Value, StringComparer.Ordinal);
        var origin = actor;
        while (all.TryGetValue(origin, out var key) && all.TryGetValue(key.CreatedBy, out var issuer) && !IsSuperAdmin(issuer))
        {
            origin = key.CreatedBy;
        }

        if (all.TryGetValue(origin, out var first) && IsSuperAdmin(first))
        {
            return [origin];
        }

        var issued = all.Values.ToLookup(key => key.CreatedBy, key => key.Id.Value, StringComparer.Ordinal);
        var lineage = new List<string> { origin };
        for (var i = 0; i < lineage.Count; i++)
        {
            lineage.AddRange(issued[lineage[i]]);
        }

        return lineage;
    }

    private static bool IsSuperAdmin(ApiKey key) => key.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal);
}
