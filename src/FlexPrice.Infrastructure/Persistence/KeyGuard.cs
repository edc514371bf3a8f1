using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>Ties a database to the keys that it was begun with. Under others nothing would fail: customers would just not be found, and usage not be opened.</summary>
internal sealed class KeyGuard(FlexPriceDbContext context, KeyFolder keys, IKeyManager ring, IDataProtectionProvider protection)
{
    private const string LookupKey = "lookup_key";
    private const string KeyRing = "key_ring";
    private const string Text = "FlexPrice key check";
    private const string Purpose = "FlexPrice.KeyCheck";

    // What data protection writes before the ciphertext, in bytes.
    // https://learn.microsoft.com/aspnet/core/security/data-protection/implementation/authenticated-encryption-details
    private const int MagicHeader = 4;
    private const int KeyId = 16;

    private const string WayOut = "Set Keys__Path to the folder that belongs to this database, or restore that folder from its backup.";

    /// <summary>Notes the keys at hand for a database that is new; the caller saves.</summary>
    public void Remember() => context.KeyChecks.AddRange(
        new KeyCheck { Name = LookupKey, Value = UnderLookupKey() },
        new KeyCheck { Name = KeyRing, Value = protection.CreateProtector(Purpose).Protect(Text) });

    /// <summary>Compares the keys at hand with those of a database that is not new, and makes none.</summary>
    /// <exception cref="ConfigurationException">They are missing or others.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var checks = await context.KeyChecks.AsNoTracking().ToDictionaryAsync(check => check.Name, check => check.Value, cancellationToken);
        var errors = new List<string>();
        if (!keys.HasLookupKey)
        {
            errors.Add($"Keys__Path ({keys.Directory.FullName}) has no look-up key, but the database is not new: without its key no customer is found by external id. {WayOut}");
        }
        else if (checks.GetValueOrDefault(LookupKey) != UnderLookupKey())
        {
            errors.Add($"Keys__Path ({keys.Directory.FullName}) has another look-up key than the one of this database: no customer would be found by external id. {WayOut}");
        }

        if (!Opens(checks.GetValueOrDefault(KeyRing)))
        {
            errors.Add($"Keys__Path ({keys.Directory.FullName}) lacks the key ring of this database, or it is encrypted under another certificate than Keys__Certificate: sealed usage could not be opened. {WayOut}");
        }

        ConfigurationException.ThrowIfAny(errors);
    }

    private string UnderLookupKey() => Base64Url.EncodeToString(HMACSHA256.HashData(keys.LookupKey(), Encoding.UTF8.GetBytes(Text)));

    // The ring is read without being asked to open anything: one whose keys have all expired would make a key first, and one that is not ours must not.
    private bool Opens(string? value)
    {
        if (value is null)
        {
            return false;
        }

        try
        {
            var id = new Guid(Base64Url.DecodeFromChars(value).AsSpan(MagicHeader, KeyId));
            var key = ring.GetAllKeys().SingleOrDefault(candidate => candidate.KeyId == id);
            return key?.CreateEncryptor() is not null && protection.CreateProtector(Purpose).Unprotect(value) == Text;
        }
        catch (Exception failure) when (failure is CryptographicException or InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
