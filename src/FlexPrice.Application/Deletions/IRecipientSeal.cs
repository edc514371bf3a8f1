using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Seals and opens the subjects of recipients, each recipient under its own key.</summary>
public interface IRecipientSeal
{
    /// <summary>Seals the payee of a refund, under a fresh key.</summary>
    (byte[] WrappedKey, byte[] Sealed) Seal(RecipientId recipientId, RecipientSubject payee);

    /// <summary>Opens what is sealed for an open recipient.</summary>
    /// <returns>The subject; null when the key ring does not open its key, or nothing is sealed.</returns>
    RecipientSubject? Open(Recipient recipient);
}
