using System.Collections.Concurrent;

namespace FlexPrice.Application.Deletions;

/// <summary>Which lineages have almost used up their allowance, as far as this process has noticed. A hint that saves a try; <see cref="DeletionBreaker"/> is right without it.</summary>
public sealed class LineagesNearLimit
{
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<string, byte> _lineages = new(StringComparer.Ordinal);

    /// <summary>Whether a lineage was noted.</summary>
    /// <param name="lineageId">The lineage.</param>
    public bool Contains(string lineageId) => _lineages.ContainsKey(lineageId);

    /// <summary>Notes a lineage.</summary>
    /// <param name="lineageId">The lineage.</param>
    public void Remember(string lineageId)
    {
        if (_lineages.Count >= Capacity)
        {
            _lineages.Clear();
        }

        _lineages[lineageId] = 0;
    }

    /// <summary>Forgets a lineage that has room again.</summary>
    /// <param name="lineageId">The lineage.</param>
    public void Forget(string lineageId) => _lineages.TryRemove(lineageId, out _);
}
