using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Integrations;

/// <summary>A customer's id at a provider, in the forms in which it is stored.</summary>
/// <param name="ProviderType">The provider, for example <c>stripe</c>.</param>
/// <param name="IdHash">The blind index of the provider's id.</param>
/// <param name="WrappedKey">A fresh data key, wrapped.</param>
/// <param name="Sealed">The provider's id, sealed under that key.</param>
public sealed record ProviderEntity(string ProviderType, LookupHash IdHash, byte[] WrappedKey, byte[] Sealed);
