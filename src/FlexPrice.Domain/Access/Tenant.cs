using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>A company that bills its customers with FlexPrice.</summary>
public sealed class Tenant
{
    private Tenant()
    {
    }

    /// <summary>The tenant's id.</summary>
    public TenantId Id { get; private set; }

    /// <summary>The company's name.</summary>
    [NotPersonal("The name of a company that is our tenant, not of one of its customers.")]
    public string Name { get; private set; } = "";

    /// <summary>Whether the tenant may write. Default: active.</summary>
    public TenantStatus Status { get; private set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Registers a tenant.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">The company's name.</param>
    /// <param name="at">When.</param>
    public static Tenant Register(TenantId id, string name, DateTimeOffset at) => new() { Id = id, Name = name, CreatedAt = at };

    /// <summary>Stops every write of the tenant.</summary>
    public void Suspend() => Status = TenantStatus.Suspended;

    /// <summary>Allows writes again.</summary>
    public void Reactivate() => Status = TenantStatus.Active;
}
