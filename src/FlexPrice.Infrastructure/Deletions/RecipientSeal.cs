using System.Text;
using System.Text.Json;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Infrastructure.Integrations;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;

namespace FlexPrice.Infrastructure.Deletions;

/// <summary>What a recipient is about, under the recipient's own key. That of a provider was sealed for its mapping and is handed over as it was.</summary>
internal sealed class RecipientSeal(IDataProtectionProvider protection) : IRecipientSeal
{
    private readonly DataKeyCipher _payees = new(protection, "FlexPrice.RefundKey");
    private readonly DataKeyCipher _providerEntities = new(protection, ProviderEntitySeal.Purpose);

    public (byte[] WrappedKey, byte[] Sealed) Seal(RecipientId recipientId, RecipientSubject payee)
    {
        var wrappedKey = _payees.NewWrappedKey();
        return (wrappedKey, _payees.Seal(wrappedKey, UlidOf(recipientId), JsonSerializer.SerializeToUtf8Bytes(payee, StoredJson.Options)));
    }

    public RecipientSubject? Open(Recipient recipient)
    {
        if (recipient is not { WrappedKey: { } wrappedKey, Sealed: { } content })
        {
            return null;
        }

        if (recipient.Provider == Recipient.RefundProvider)
        {
            return _payees.TryOpen(wrappedKey, UlidOf(recipient.Id), content) is { } payee ? JsonSerializer.Deserialize<RecipientSubject>(payee, StoredJson.Options) : null;
        }

        return _providerEntities.TryOpen(wrappedKey, UlidOf(recipient.Id), content) is { } entity
            ? new RecipientSubject { ProviderEntityId = Encoding.UTF8.GetString(entity) }
            : null;
    }

    private static string UlidOf(RecipientId id) => id.Value[(RecipientId.Prefix.Length + 1)..];
}
