using FlexPrice.Domain.Access;

namespace FlexPrice.Domain.Primitives;

/// <summary>The tenant and environment in which a call or a background task works. Nothing outside it is visible.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="EnvironmentId">One of the tenant's environments.</param>
public readonly record struct EnvironmentScope(TenantId TenantId, EnvironmentId EnvironmentId);
