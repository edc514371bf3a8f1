using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>The caller of a request or background task while it is being found out.</summary>
public interface ICallerSetter : ICaller
{
    /// <summary>Says who is calling.</summary>
    void Set(EnvironmentScope scope, string actorId, IReadOnlyCollection<string> roles, TenantStatus tenantStatus, string? idempotencyKey);
}
