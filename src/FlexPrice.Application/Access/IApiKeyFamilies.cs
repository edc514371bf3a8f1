using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>Finds API keys of the caller's environment by their issuer. The cost depends on the family of one key, not on the number of keys.</summary>
public interface IApiKeyFamilies
{
    /// <summary>A key, the key that issued it, and so on; in no order. Empty when the key is unknown.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<KeyOrigin>> OriginsAsync(string id, CancellationToken cancellationToken);

    /// <summary>The keys that a key has issued, those that they have issued, and so on, revoked ones too; without the key itself.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<KeyDescendant>> DescendantsAsync(ApiKeyId id, CancellationToken cancellationToken);
}
