using FlexPrice.Domain.Integrations;

namespace FlexPrice.Application.Integrations;

/// <summary>Seals and opens what a customer is called at a provider, every id under a key of its own.</summary>
public interface IProviderEntitySeal
{
    /// <summary>Seals an id under a fresh key.</summary>
    (byte[] WrappedKey, byte[] Sealed) Seal(IntegrationMappingId mappingId, string providerEntityId);

    /// <summary>Opens the id of a mapping.</summary>
    /// <returns>The id, or null when the key ring does not open its key.</returns>
    string? Open(IntegrationMapping mapping);
}
