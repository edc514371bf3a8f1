using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>The caller and its environment. One per request or background task.</summary>
public interface ICaller
{
    /// <summary>The environment that the caller's key opens.</summary>
    EnvironmentScope Scope { get; }

    /// <summary>The id of the caller's API key, empty for the system itself.</summary>
    string ActorId { get; }

    /// <summary>The caller's roles.</summary>
    IReadOnlyCollection<string> Roles { get; }

    /// <summary>Whether the caller's tenant may write.</summary>
    TenantStatus TenantStatus { get; }

    /// <summary>The request's idempotency key, null when none was sent.</summary>
    string? IdempotencyKey { get; }
}
