using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace FlexPrice.Infrastructure.Keys;

/// <summary>
/// AES-256-GCM under data keys that are stored wrapped by the key ring. Sealed content is nonce, tag and ciphertext; an id is authenticated with it,
/// so that content cannot be moved to another row.
/// </summary>
internal sealed class DataKeyCipher(IDataProtectionProvider protection, string purpose)
{
    private const int KeySize = 32;
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;
    private readonly IDataProtector _keyRing = protection.CreateProtector(purpose);

    public byte[] NewWrappedKey() => _keyRing.Protect(RandomNumberGenerator.GetBytes(KeySize));

    public byte[] Seal(byte[] wrappedKey, string id, ReadOnlySpan<byte> plain)
    {
        var content = new byte[NonceSize + TagSize + plain.Length];
        var nonce = content.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_keyRing.Unprotect(wrappedKey), TagSize);
        cipher.Encrypt(nonce, plain, content.AsSpan(NonceSize + TagSize), content.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(id));
        return content;
    }

    /// <summary>Seals content under a key that was made before.</summary>
    /// <returns>The sealed content, or null when the key ring does not open the key.</returns>
    public byte[]? TrySeal(byte[] wrappedKey, string id, ReadOnlySpan<byte> plain)
    {
        try
        {
            return Seal(wrappedKey, id, plain);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Opens sealed content.</summary>
    /// <returns>The content, or null when the key ring does not open its key, or the content is not what was sealed under it.</returns>
    public byte[]? TryOpen(byte[] wrappedKey, string id, ReadOnlySpan<byte> content)
    {
        if (content.Length < NonceSize + TagSize)
        {
            return null;
        }

        try
        {
            return Open(wrappedKey, id, content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public byte[] Open(byte[] wrappedKey, string id, ReadOnlySpan<byte> content)
    {
        var plain = new byte[content.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_keyRing.Unprotect(wrappedKey), TagSize);
        cipher.Decrypt(content[..NonceSize], content[(NonceSize + TagSize)..], content.Slice(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(id));
        return plain;
    }
}
