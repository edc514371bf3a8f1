using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access;

/// <summary>Who a key belongs to.</summary>
/// <param name="Id">The id of the key.</param>
/// <param name="Scope">The environment that it opens.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="TenantStatus">Whether its tenant may write.</param>
public sealed record AuthenticatedKey(ApiKeyId Id, EnvironmentScope Scope, IReadOnlyCollection<string> Roles, TenantStatus TenantStatus);
