using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>The caller of a request or background task while it is being found out.</summary>
public interface ICallerSetter : ICaller
{
    /// <summary>Sets the caller.</summary>
    void Set(EnvironmentScope scope, string actorId, IReadOnlyCollection<string> roles, TenantStatus tenantStatus, string? idempotencyKey);
}
