using System.Collections.Concurrent;

namespace FlexPrice.Application.Access;

/// <summary>A cache of the lineages of keys. A key's issuer and roles never change.</summary>
public sealed class KnownLineages
{
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<string, string> _lineages = new(StringComparer.Ordinal);

    /// <summary>The lineage of a key; null when it is not known.</summary>
    /// <param name="actor">The id of the key.</param>
    public string? Of(string actor) => _lineages.GetValueOrDefault(actor);

    /// <summary>Notes the lineage of a key.</summary>
    /// <param name="actor">The id of the key.</param>
    /// <param name="lineageId">Its lineage.</param>
    public void Remember(string actor, string lineageId)
    {
        if (_lineages.Count >= Capacity)
        {
            _lineages.Clear();
        }

        _lineages[actor] = lineageId;
    }
}
