using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage;

/// <summary>Seals and opens what usage events say about a person, under the key of their subject.</summary>
public interface IUsageSeal
{
    /// <summary>Makes a fresh wrapped data key.</summary>
    byte[] NewWrappedKey();

    /// <summary>Seals content of one event.</summary>
    /// <returns>The sealed content, or null when the key ring does not open the key of the subject.</returns>
    byte[]? Seal(UsageSubject subject, UsageEventId eventId, SealedUsage content);

    /// <summary>Opens sealed content.</summary>
    /// <returns>The content, or null when the key ring does not open its key, or the content is not what was sealed.</returns>
    SealedUsage? Open(UsageSubject subject, UsageEvent usageEvent);
}
