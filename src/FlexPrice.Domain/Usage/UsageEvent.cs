using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>One usage event of a customer. Everything but name, time and numbers is sealed under the key of its <see cref="UsageSubject"/>.</summary>
public sealed class UsageEvent : IEnvironmentScoped
{
    private UsageEvent()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>Our id of the event. The id that the caller gave is sealed.</summary>
    public UsageEventId Id { get; private set; }

    /// <summary>Whose usage it is. No foreign key: the subject may be destroyed while its events stay.</summary>
    public UsageSubjectId SubjectId { get; private set; }

    /// <summary>The blind index of the caller's event id: the same id again is the same event.</summary>
    public LookupHash EventIdHash { get; private set; }

    /// <summary>What was used, at most 255 characters.</summary>
    [NotPersonal("The name of a kind of event.")]
    public string EventName { get; private set; } = "";

    /// <summary>When it was used, UTC.</summary>
    public DateTimeOffset Timestamp { get; private set; }

    /// <summary>The numeric properties.</summary>
    [NotPersonal("Numbers, which say how much was used.")]
    public IReadOnlyDictionary<string, decimal> NumericProperties { get; private set; } = new Dictionary<string, decimal>();

    /// <summary>The external customer id, the caller's event id, the source and all other properties, AES-256-GCM under the subject's key.</summary>
    [PersonalData(PersonalDataCategory.Behaviour)]
    public byte[] Sealed { get; private set; } = [];

    /// <summary>When it arrived, UTC.</summary>
    public DateTimeOffset IngestedAt { get; private set; }

    /// <summary>Records an event.</summary>
    /// <param name="subject">Whose usage it is.</param>
    /// <param name="id">Our id.</param>
    /// <param name="eventIdHash">The blind index of the caller's event id.</param>
    /// <param name="eventName">What was used.</param>
    /// <param name="timestamp">When.</param>
    /// <param name="numericProperties">The numeric properties.</param>
    /// <param name="sealedContent">Everything else, sealed.</param>
    /// <param name="ingestedAt">When it arrived.</param>
    public static UsageEvent Record(
        UsageSubject subject,
        UsageEventId id,
        LookupHash eventIdHash,
        string eventName,
        DateTimeOffset timestamp,
        IReadOnlyDictionary<string, decimal> numericProperties,
        byte[] sealedContent,
        DateTimeOffset ingestedAt) => new()
        {
            TenantId = subject.TenantId,
            EnvironmentId = subject.EnvironmentId,
            Id = id,
            SubjectId = subject.Id,
            EventIdHash = eventIdHash,
            EventName = eventName,
            Timestamp = timestamp,
            NumericProperties = numericProperties,
            Sealed = sealedContent,
            IngestedAt = ingestedAt,
        };
}
