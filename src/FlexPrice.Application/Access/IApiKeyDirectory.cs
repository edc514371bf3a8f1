namespace FlexPrice.Application.Access;

/// <summary>Finds the owner of a presented key, in any tenant.</summary>
public interface IApiKeyDirectory
{
    /// <summary>The usable key, or null: unknown, expired or revoked.</summary>
    Task<AuthenticatedKey?> FindAsync(string presentedKey, CancellationToken cancellationToken);
}
