using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Keys;

/// <summary>
/// Ties a database to its keys. With other keys nothing would fail at first, but customers would not be found and sealed data not be opened.
/// Every key of the ring is noted, since a ring grows by a key each season and losing one of them loses what was sealed in that season.
/// </summary>
internal sealed class KeyGuard(FlexPriceDbContext context, KeyFolder keys, IKeyManager ring, IDataProtectionProvider protection)
{
    private const string LookupKey = "lookup_key";
    private const string RingKey = "ring_key/";
    private const string Text = "FlexPrice key check";
    private const string Purpose = "FlexPrice.KeyCheck";

    private const string Advice = "Set Keys__Path to the folder that belongs to this database, or restore that folder from its backup.";

    /// <summary>Records the available keys for a new database, and creates missing ones; the caller saves.</summary>
    public void RecordKeys()
    {
        context.Set<KeyCheck>().Add(new KeyCheck { Name = LookupKey, Value = LookupKeyCheck() });
        protection.CreateProtector(Purpose).Protect(Text);
        AddRingKeys([]);
    }

    /// <summary>Notes the keys that the ring has got since; saves.</summary>
    public async Task RecordNewKeysAsync(CancellationToken cancellationToken)
    {
        AddRingKeys(await RecordedKeysAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Compares the available keys with those of an existing database, and creates none.</summary>
    /// <exception cref="ConfigurationException">They are missing or others.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var noted = await RecordedKeysAsync(cancellationToken);
        var errors = new List<string>();
        if (!keys.HasLookupKey)
        {
            errors.Add($"Keys__Path ({keys.Directory.FullName}) has no look-up key, but the database is not new: without its key no customer is found by external id. {Advice}");
        }
        else if (noted.GetValueOrDefault(LookupKey) != LookupKeyCheck())
        {
            errors.Add($"Keys__Path ({keys.Directory.FullName}) has another look-up key than the one of this database: no customer would be found by external id. {Advice}");
        }

        // The ring is read without protecting or opening anything: a ring with expired keys only would create a key first, and a foreign ring must not.
        var atHand = RingKeys().ToDictionary(NameOf);
        var lost = noted.Where(check => check.Key.StartsWith(RingKey, StringComparison.Ordinal) && !Opens(atHand.GetValueOrDefault(check.Key), check.Value)).ToList();
        if (lost.Count > 0)
        {
            errors.Add(
                $"Keys__Path ({keys.Directory.FullName}) lacks {lost.Count} of the {noted.Count - 1} keys of this database's key ring ({string.Join(", ", lost.Select(check => check.Key[RingKey.Length..]))}), "
                + $"or they were revoked, or are encrypted under another certificate than Keys__Certificate: what is sealed under them could not be opened. {Advice}");
        }

        ConfigurationException.ThrowIfAny(errors);
    }

    private IReadOnlyCollection<IKey> RingKeys()
    {
        try
        {
            return ring.GetAllKeys();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new ConfigurationException([$"Keys__Path ({keys.Directory.FullName}) has a file of the key ring that cannot be read ({failure.Message}): give the user of this process the right to read the key-*.xml files, or restore them from the backup of the keys."]);
        }
    }

    private static string NameOf(IKey key) => $"{RingKey}{key.KeyId}";

    private static bool Opens(IKey? key, string value)
    {
        try
        {
            return key is { IsRevoked: false } && key.CreateEncryptor() is { } encryptor && Encoding.UTF8.GetString(encryptor.Decrypt(Base64Url.DecodeFromChars(value), Associated())) == Text;
        }
        catch (Exception failure) when (failure is CryptographicException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static ArraySegment<byte> Associated() => Encoding.UTF8.GetBytes(Purpose);

    private Task<Dictionary<string, string>> RecordedKeysAsync(CancellationToken cancellationToken) =>
        context.Set<KeyCheck>().AsNoTracking().ToDictionaryAsync(check => check.Name, check => check.Value, cancellationToken);

    // A key that cannot be opened now has sealed nothing here, because it was recorded before its first use.
    private void AddRingKeys(Dictionary<string, string> noted)
    {
        foreach (var key in RingKeys().Where(key => !key.IsRevoked && !noted.ContainsKey(NameOf(key))))
        {
            if (TrySeal(key) is { } value)
            {
                context.Set<KeyCheck>().Add(new KeyCheck { Name = NameOf(key), Value = value });
            }
        }
    }

    private static string? TrySeal(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is { } encryptor ? Base64Url.EncodeToString(encryptor.Encrypt(Encoding.UTF8.GetBytes(Text), Associated())) : null;
        }
        catch (Exception failure) when (failure is CryptographicException or InvalidOperationException)
        {
            return null;
        }
    }

    private string LookupKeyCheck() => Base64Url.EncodeToString(HMACSHA256.HashData(keys.LookupKey(), Encoding.UTF8.GetBytes(Text)));
}
