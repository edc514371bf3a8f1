using System.Text;
using FlexPrice.Application.Integrations;
using FlexPrice.Domain.Integrations;
using FlexPrice.Infrastructure.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace FlexPrice.Infrastructure.Integrations;

/// <summary>Every id under a key of its own. The ULID of the mapping is authenticated with it, because the recipient that a deletion makes of the mapping carries that on.</summary>
internal sealed class ProviderEntitySeal(IDataProtectionProvider protection) : IProviderEntitySeal
{
    public const string Purpose = "FlexPrice.ProviderEntityKey";

    private readonly DataKeyCipher _cipher = new(protection, Purpose);

    public (byte[] WrappedKey, byte[] Sealed) Seal(IntegrationMappingId mappingId, string providerEntityId)
    {
        var wrappedKey = _cipher.NewWrappedKey();
        return (wrappedKey, _cipher.Seal(wrappedKey, UlidOf(mappingId), Encoding.UTF8.GetBytes(providerEntityId)));
    }

    public string? Open(IntegrationMapping mapping) =>
        _cipher.TryOpen(mapping.WrappedKey, UlidOf(mapping.Id), mapping.Sealed) is { } content ? Encoding.UTF8.GetString(content) : null;

    private static string UlidOf(IntegrationMappingId id) => id.Value[(IntegrationMappingId.Prefix.Length + 1)..];
}
