using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>A separated part of a tenant's data. API keys are bound to one environment; nothing is shared between two.</summary>
public sealed class Environment
{
    private Environment()
    {
    }

    /// <summary>Its tenant.</summary>
    public TenantId TenantId { get; private set; }

    /// <summary>The environment's id.</summary>
    public EnvironmentId Id { get; private set; }

    /// <summary>What the tenant calls it.</summary>
    [NotPersonal("The name of an environment.")]
    public string Name { get; private set; } = "";

    /// <summary>What it is for. Default: development.</summary>
    public EnvironmentType Type { get; private set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Opens an environment.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">What the tenant calls it.</param>
    /// <param name="type">What it is for.</param>
    /// <param name="at">When.</param>
    public static Environment Open(TenantId tenantId, EnvironmentId id, string name, EnvironmentType type, DateTimeOffset at) =>
        new() { TenantId = tenantId, Id = id, Name = name, Type = type, CreatedAt = at };
}
