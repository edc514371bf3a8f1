namespace FlexPrice.Application.Access;

/// <summary>Where an API key comes from.</summary>
/// <param name="Id">The id of the key.</param>
/// <param name="IssuerId">The id of the key that issued it, or the actor that issued it without a key.</param>
/// <param name="Roles">The roles of the key.</param>
public sealed record KeyOrigin(string Id, string IssuerId, IReadOnlyList<string> Roles);
