using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.AuditLog;

/// <summary>One entry of the audit log: actor, action, id and time. Written in the transaction of the action, never changed, never deleted, without personal data.</summary>
public sealed class AuditEntry : IEnvironmentScoped
{
    private AuditEntry()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The entry's id.</summary>
    public AuditEntryId Id { get; private set; }

    /// <summary>What was done, for example <c>customer.deleted</c>.</summary>
    [NotPersonal("One of the product's own action names.")]
    public string Action { get; private set; } = "";

    /// <summary>The id of what it was done to.</summary>
    [NotPersonal("An id of ours. It names nobody once the customer is gone.")]
    public string SubjectId { get; private set; } = "";

    /// <summary>With which values it was done, at most 1,000 characters; empty where action and subject say all.</summary>
    [NotPersonal("Names of settings and their values.")]
    public string Detail { get; private set; } = "";

    /// <summary>The id of the API key that did it, empty for the system.</summary>
    [NotPersonal("The id of an API key.")]
    public string ActorId { get; private set; } = "";

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>Writes an entry for an event.</summary>
    /// <param name="scope">Where it happened.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="actorId">The actor; empty for the system.</param>
    public static AuditEntry For(EnvironmentScope scope, AuditEntryId id, IAudited happened, string actorId) => new()
    {
        TenantId = scope.TenantId,
        EnvironmentId = scope.EnvironmentId,
        Id = id,
        Action = happened.AuditAction,
        SubjectId = happened.AuditSubject,
        Detail = happened.AuditDetail,
        ActorId = actorId,
        OccurredAt = happened.OccurredAt,
    };
}
