namespace FlexPrice.Application.Access;

/// <summary>Finds who a presented key belongs to, in any tenant.</summary>
public interface IApiKeyDirectory
{
    /// <summary>The usable key, or null: unknown, expired or revoked.</summary>
    Task<AuthenticatedKey?> FindAsync(string presentedKey, CancellationToken cancellationToken);
}
