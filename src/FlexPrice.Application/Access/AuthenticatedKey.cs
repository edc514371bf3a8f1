using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access;

/// <summary>The owner of a key.</summary>
/// <param name="Id">The id of the key.</param>
/// <param name="Scope">The environment that it opens.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="TenantStatus">Whether its tenant may write.</param>
public sealed record AuthenticatedKey(ApiKeyId Id, EnvironmentScope Scope, IReadOnlyCollection<string> Roles, TenantStatus TenantStatus)
{
    /// <summary>Whether both grant the same access.</summary>
    /// <param name="other">The key at another time.</param>
    public bool GrantsSameAccess(AuthenticatedKey other) =>
        Id == other.Id && Scope == other.Scope && TenantStatus == other.TenantStatus && Roles.SequenceEqual(other.Roles, StringComparer.Ordinal);
}
