using FlexPrice.Testing.Samples;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.Fakes;

/// <summary>A super_admin of an active tenant by default.</summary>
internal sealed class TestCaller : ICaller
{
    public EnvironmentScope Scope { get; init; } = Given.Scope;

    public string ActorId { get; init; } = "key_test";

    public IReadOnlyCollection<string> Roles { get; init; } = [Role.SuperAdmin];

    public TenantStatus TenantStatus { get; init; } = TenantStatus.Active;

    public string? IdempotencyKey { get; init; }

    public RememberedKey? Remembered { get; init; }
}
