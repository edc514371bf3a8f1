using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>
/// The pseudonym under which the usage of one external customer id is stored, with the key that seals what the events say about the person.
/// Destroying the row pseudonymises all its events (GDPR Art. 4(5)) without touching one of them.
/// </summary>
public sealed class UsageSubject : IEnvironmentScoped
{
    private UsageSubject()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The pseudonym.</summary>
    public UsageSubjectId Id { get; private set; }

    /// <summary>The blind index of the external customer id under which events arrive; null when the customer has taken another external id since.</summary>
    public LookupHash? ExternalIdHash { get; private set; }

    /// <summary>The customer of the usage; null as long as the external id has no customer.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>The scope in which an event id is unique: the customer's events, also under former external ids, or the events without a customer.</summary>
    public string Owner => CustomerId?.Value ?? Id.Value;

    /// <summary>The data key of the events, wrapped by the key ring.</summary>
    [NotPersonal("An encrypted random key.")]
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>When its first event arrived, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Begins to collect usage under an external id.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">The pseudonym.</param>
    /// <param name="externalId">The blind index of the external id; null for late usage of a customer that has given the external id up.</param>
    /// <param name="customerId">The customer of the usage, if any.</param>
    /// <param name="wrappedKey">A fresh wrapped data key.</param>
    /// <param name="at">When.</param>
    public static UsageSubject Begin(EnvironmentScope scope, UsageSubjectId id, LookupHash? externalId, CustomerId? customerId, byte[] wrappedKey, DateTimeOffset at) => new()
    {
        TenantId = scope.TenantId,
        EnvironmentId = scope.EnvironmentId,
        Id = id,
        ExternalIdHash = externalId,
        CustomerId = customerId,
        WrappedKey = wrappedKey,
        CreatedAt = at,
    };

    /// <summary>
    /// A customer now has the external id. Usage without a customer becomes the customer's; usage of another, archived customer stays with that customer and
    /// gives up the external id, so that the new holder inherits nothing.
    /// </summary>
    /// <param name="holder">The customer.</param>
    public void AssignTo(CustomerId holder)
    {
        if (CustomerId is null)
        {
            CustomerId = holder;
        }
        else if (CustomerId != holder)
        {
            ReleaseExternalId();
        }
    }

    /// <summary>The customer has taken another external id: the usage stays with the customer, and new events under the old id belong to another customer.</summary>
    public void ReleaseExternalId() => ExternalIdHash = null;
}
