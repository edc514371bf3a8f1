using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Retention;

/// <summary>An order to keep a customer's data, for example for a lawsuit (GDPR Art. 17(3)(e)). While one is in force the customer cannot be deleted, regardless of policy and request.</summary>
public sealed class LegalHold : IEnvironmentScoped
{
    private LegalHold()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The hold's id.</summary>
    public LegalHoldId Id { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>Why, for example a file number.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public string Ground { get; private set; } = "";

    /// <summary>When it was placed, UTC.</summary>
    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>When it was released, UTC; null while in force.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Places a hold.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="id">The hold's id.</param>
    /// <param name="ground">Why.</param>
    /// <param name="at">When.</param>
    public static LegalHold Place(Customer customer, LegalHoldId id, string ground, DateTimeOffset at) => new()
    {
        TenantId = customer.TenantId,
        EnvironmentId = customer.EnvironmentId,
        Id = id,
        CustomerId = customer.Id,
        Ground = ground,
        PlacedAt = at,
    };

    /// <summary>Ends the hold.</summary>
    /// <param name="at">When.</param>
    public void Release(DateTimeOffset at) => ReleasedAt ??= at;
}
