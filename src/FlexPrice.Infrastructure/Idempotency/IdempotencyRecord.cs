using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Idempotency;

/// <summary>The answer to an <c>Idempotency-Key</c>: keyed hashes and an id of ours, nothing personal, so it has no retention.</summary>
internal sealed class IdempotencyRecord : IEnvironmentScoped
{
    public TenantId TenantId { get; init; }

    public EnvironmentId EnvironmentId { get; init; }

    public LookupHash KeyHash { get; init; }

    public LookupHash Fingerprint { get; init; }

    [NotPersonal("An id of ours.")]
    public string Reference { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
}
