using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Seals and opens whom a recipient must act about, every recipient under a key of its own.</summary>
public interface IRecipientSeal
{
    /// <summary>Seals to whom money is paid back, under a fresh key.</summary>
    (byte[] WrappedKey, byte[] Sealed) Seal(RecipientId recipientId, RecipientSubject payee);

    /// <summary>Opens what is sealed for an open recipient.</summary>
    /// <returns>Whom it is about, or null when the key ring does not open its key, or nothing is sealed.</returns>
    RecipientSubject? Open(Recipient recipient);
}
