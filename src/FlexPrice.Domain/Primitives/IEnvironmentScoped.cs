using FlexPrice.Domain.Access;

namespace FlexPrice.Domain.Primitives;

/// <summary>Belongs to one environment of one tenant; the two lead its key and are part of every query.</summary>
public interface IEnvironmentScoped
{
    /// <summary>The tenant.</summary>
    TenantId TenantId { get; }

    /// <summary>The tenant's environment.</summary>
    EnvironmentId EnvironmentId { get; }
}
