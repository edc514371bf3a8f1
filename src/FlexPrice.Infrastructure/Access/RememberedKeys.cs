using System.Collections.Concurrent;
using FlexPrice.Application.Access;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Remembers usable keys, by plain hash, where the question that confirms one travels with others. Elsewhere asking in the transaction is no cheaper than before it.</summary>
internal sealed class RememberedKeys(IDatabaseDialect dialect, IApiKeySecrets secrets, TimeProvider clock) : IRememberedKeys
{
    /// <summary>How many keys are remembered at most.</summary>
    public const int Capacity = 4096;

    private readonly ConcurrentDictionary<string, Entry> _keys = new(StringComparer.Ordinal);

    /// <summary>How long a key is remembered.</summary>
    public static TimeSpan TimeToLive { get; } = TimeSpan.FromMinutes(1);

    public RememberedKey? Find(string presentedKey)
    {
        if (!dialect.SupportsBatching)
        {
            return null;
        }

        var hashes = secrets.Hashes(presentedKey);
        return _keys.TryGetValue(hashes.Plain, out var memory) && clock.GetElapsedTime(memory.Since) < TimeToLive ? new RememberedKey(hashes, memory.Key) : null;
    }

    /// <summary>Records the result of a look-up; null for a key that is not usable.</summary>
    public void Remember(string hash, AuthenticatedKey? key)
    {
        if (key is null)
        {
            _keys.TryRemove(hash, out _);
            return;
        }

        if (!dialect.SupportsBatching)
        {
            return;
        }

        // So many keys within a minute are rare, and an evicted key is only looked up again.
        if (!_keys.ContainsKey(hash) && _keys.Count >= Capacity)
        {
            _keys.Clear();
        }

        _keys[hash] = new Entry(key, clock.GetTimestamp());
    }

    private sealed record Entry(AuthenticatedKey Key, long Since);
}
