using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>Finds the API keys that a key has issued, those that they have issued, and so on, whatever their status.</summary>
public sealed class KeyDescendants(IReadRepository<ApiKey> keys)
{
    /// <summary>The descendants of a key, without the key itself.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<ApiKey>> OfAsync(ApiKeyId id, CancellationToken cancellationToken)
    {
        var issued = (await keys.ListAsync(new AllApiKeys(), cancellationToken)).ToLookup(key => key.CreatedBy, StringComparer.Ordinal);
        var found = new List<ApiKey>(issued[id.Value]);
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(issued[found[i].Id.Value]);
        }

        return found;
    }
}
