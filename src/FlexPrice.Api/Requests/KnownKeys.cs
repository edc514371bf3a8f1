using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace FlexPrice.Api.Requests;

/// <summary>Which keys worked when they were last looked up, by hash, to tell tenants from strangers before a key is looked up again. It lets nobody in.</summary>
internal sealed class KnownKeys
{
    /// <summary>How many keys are known at most.</summary>
    public const int Capacity = 16_384;

    private readonly ConcurrentDictionary<string, string> _tenants = new(StringComparer.Ordinal);

    /// <summary>The tenant whose key it was; null for a stranger's.</summary>
    public string? TenantOf(string presented) => _tenants.GetValueOrDefault(HashOf(presented));

    /// <summary>Takes down what the database just said; no tenant for a key that is not usable.</summary>
    public void Remember(string presented, string? tenant)
    {
        var hash = HashOf(presented);
        if (tenant is null)
        {
            _tenants.TryRemove(hash, out _);
            return;
        }

        // Whoever is forgotten waits among strangers once.
        if (!_tenants.ContainsKey(hash) && _tenants.Count >= Capacity)
        {
            _tenants.Clear();
        }

        _tenants[hash] = tenant;
    }

    private static string HashOf(string presented) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(presented)));
}
