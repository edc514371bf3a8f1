namespace FlexPrice.Domain.Primitives;

/// <summary>An event that leaves an entry in the audit log, written in the same transaction.</summary>
public interface IAudited : IDomainEvent
{
    /// <summary>What was done, for example <c>customer.deleted</c>.</summary>
    string AuditAction { get; }

    /// <summary>The id of what it was done to.</summary>
    string AuditSubject { get; }

    /// <summary>With which values, at most 1,000 characters and nothing personal; empty where action and subject say all.</summary>
    string AuditDetail => "";
}
