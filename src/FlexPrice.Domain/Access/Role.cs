namespace FlexPrice.Domain.Access;

/// <summary>FlexPrice's roles and what they permit (wire contract, section 1). Permissions are written <c>entity:action</c>.</summary>
public static class Role
{
    /// <summary>Everything.</summary>
    public const string SuperAdmin = "super_admin";

    /// <summary>Reads and writes all entities but the guarded ones.</summary>
    public const string AllWriter = "all_writer";

    /// <summary>Reads all entities but the guarded ones.</summary>
    public const string AllReader = "all_reader";

    /// <summary>Sends usage events.</summary>
    public const string EventIngestor = "event_ingestor";

    /// <summary>Reads usage events.</summary>
    public const string EventReader = "event_reader";

    /// <summary>All roles, strongest first.</summary>
    public static IReadOnlyList<string> All { get; } = [SuperAdmin, AllWriter, AllReader, EventIngestor, EventReader];

    /// <summary>Entities that the wildcards of <see cref="AllWriter"/> and <see cref="AllReader"/> do not include: law and policy protect them, and only explicit permissions allow access.</summary>
    public static IReadOnlyList<string> GuardedEntities { get; } = ["retention", "export", "legal_hold", "deletion_policy", "waive"];

    /// <summary>Whether a role permits an action.</summary>
    /// <param name="role">One of <see cref="All"/>; an unknown role permits nothing.</param>
    /// <param name="permission">For example <c>customer:write</c>.</param>
    public static bool Permits(string role, string permission)
    {
        var separator = permission.IndexOf(':', StringComparison.Ordinal);
        var entity = permission[..separator];
        var action = permission[(separator + 1)..];
        var guarded = GuardedEntities.Contains(entity, StringComparer.Ordinal);
        return role switch
        {
            SuperAdmin => true,
            AllWriter => !guarded && action is "read" or "write",
            AllReader => !guarded && action is "read",
            EventIngestor => permission is "event:write",
            EventReader => permission is "event:read",
            _ => false,
        };
    }

    /// <summary>The roles of a key for which none are named: a publishable key ingests events and does nothing else, a private one has those of the key that issues it.</summary>
    /// <param name="type">The look of the new key.</param>
    /// <param name="own">The roles of the key that issues it.</param>
    public static IReadOnlyCollection<string> DefaultRoles(ApiKeyType type, IReadOnlyCollection<string> own) => type switch
    {
        ApiKeyType.PublishableKey => [EventIngestor],
        ApiKeyType.PrivateKey => own,
    };

    /// <summary>Whether a caller with the given roles may grant another role: only one that permits nothing beyond one of its own.</summary>
    /// <param name="own">The granting caller's roles.</param>
    /// <param name="granted">The role to hand out.</param>
    public static bool CanGrant(IReadOnlyCollection<string> own, string granted) => own.Any(role => Includes(role, granted));

    private static bool Includes(string role, string other) => role == other || role switch
    {
        SuperAdmin => true,
        AllWriter => other is AllReader or EventIngestor or EventReader,
        AllReader => other is EventReader,
        _ => false,
    };
}
