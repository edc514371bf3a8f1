using System.Text.Json;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Usage;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;

namespace FlexPrice.Infrastructure.Usage;

/// <summary>All events of a subject under one key. The event's id is authenticated with its content, so that content cannot be moved to another event.</summary>
internal sealed class UsageSeal(IDataProtectionProvider protection) : IUsageSeal
{
    private readonly DataKeyCipher _cipher = new(protection, "FlexPrice.UsageKey");

    public byte[] NewWrappedKey() => _cipher.NewWrappedKey();

    public byte[]? Seal(UsageSubject subject, UsageEventId eventId, SealedUsage content) =>
        _cipher.TrySeal(subject.WrappedKey, eventId.Value, JsonSerializer.SerializeToUtf8Bytes(content, StoredJson.Options));

    public SealedUsage? Open(UsageSubject subject, UsageEvent usageEvent) =>
        _cipher.TryOpen(subject.WrappedKey, usageEvent.Id.Value, usageEvent.Sealed) is { } content
            ? JsonSerializer.Deserialize<SealedUsage>(content, StoredJson.Options)
            : null;
}
