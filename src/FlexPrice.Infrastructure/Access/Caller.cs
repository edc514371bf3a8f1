using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Access;

/// <summary>The caller of a scope. Until it is set, no row is visible and no role permits anything.</summary>
internal sealed class Caller : ICallerSetter
{
    public EnvironmentScope Scope { get; private set; }

    public string ActorId { get; private set; } = "";

    public IReadOnlyCollection<string> Roles { get; private set; } = [];

    public TenantStatus TenantStatus { get; private set; }

    public string? IdempotencyKey { get; private set; }

    /// <summary>The system itself, in an environment.</summary>
    public static Caller SystemOf(EnvironmentScope scope)
    {
        var system = new Caller();
        system.SetSystem(scope);
        return system;
    }

    public void Set(EnvironmentScope scope, string actorId, IReadOnlyCollection<string> roles, TenantStatus tenantStatus, string? idempotencyKey)
    {
        Scope = scope;
        ActorId = actorId;
        Roles = roles;
        TenantStatus = tenantStatus;
        IdempotencyKey = idempotencyKey;
    }
}
