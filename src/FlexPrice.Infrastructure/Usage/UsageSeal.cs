using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Usage;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;

namespace FlexPrice.Infrastructure.Usage;

/// <summary>AES-256-GCM. Sealed content is nonce, tag and ciphertext; the event's id is authenticated with it, so that content cannot be moved to another event.</summary>
internal sealed class UsageSeal(IDataProtectionProvider protection) : IUsageSeal
{
    private const int KeySize = 32;
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;
    private readonly IDataProtector _keyRing = protection.CreateProtector("FlexPrice.UsageKey");

    public byte[] NewWrappedKey() => _keyRing.Protect(RandomNumberGenerator.GetBytes(KeySize));

    public byte[] Seal(UsageSubject subject, UsageEventId eventId, SealedUsage content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content, StoredJson.Options);
        var sealedContent = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedContent.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_keyRing.Unprotect(subject.WrappedKey), TagSize);
        cipher.Encrypt(nonce, plain, sealedContent.AsSpan(NonceSize + TagSize), sealedContent.AsSpan(NonceSize, TagSize), AssociatedData(eventId));
        return sealedContent;
    }

    public SealedUsage Open(UsageSubject subject, UsageEvent usageEvent)
    {
        var sealedContent = usageEvent.Sealed.AsSpan();
        var plain = new byte[sealedContent.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_keyRing.Unprotect(subject.WrappedKey), TagSize);
        cipher.Decrypt(sealedContent[..NonceSize], sealedContent[(NonceSize + TagSize)..], sealedContent.Slice(NonceSize, TagSize), plain, AssociatedData(usageEvent.Id));
        return JsonSerializer.Deserialize<SealedUsage>(plain, StoredJson.Options)!;
    }

    private static byte[] AssociatedData(UsageEventId eventId) => Encoding.UTF8.GetBytes(eventId.Value);
}
