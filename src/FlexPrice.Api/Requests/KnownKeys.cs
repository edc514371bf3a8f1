using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace FlexPrice.Api.Requests;

/// <summary>A cache of the keys that worked at their last look-up, by hash, to tell tenants from unknown callers before the next look-up. It authenticates no caller.</summary>
internal sealed class KnownKeys
{
    /// <summary>How many keys are known at most.</summary>
    public const int Capacity = 16_384;

    private readonly ConcurrentDictionary<string, string> _tenants = new(StringComparer.Ordinal);

    /// <summary>The tenant of the key; null for an unknown key.</summary>
    public string? TenantOf(string presented) => _tenants.GetValueOrDefault(HashOf(presented));

    /// <summary>Records the result of a look-up; no tenant for a key that is not usable.</summary>
    public void Remember(string presented, string? tenant)
    {
        var hash = HashOf(presented);
        if (tenant is null)
        {
            _tenants.TryRemove(hash, out _);
            return;
        }

        // A key that was evicted waits once among unknown callers.
        if (!_tenants.ContainsKey(hash) && _tenants.Count >= Capacity)
        {
            _tenants.Clear();
        }

        _tenants[hash] = tenant;
    }

    private static string HashOf(string presented) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(presented)));
}
