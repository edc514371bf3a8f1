using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

/// <summary>The holder of an external id at a time.</summary>
/// <param name="Customer">The customer; null when there is none, or when it was deleted.</param>
/// <param name="HasGivenUp">Whether the holder has given up the external id since.</param>
public readonly record struct Holder(CustomerId? Customer, bool HasGivenUp)
{
    /// <summary>Whether the holder at that time was deleted.</summary>
    public bool IsDeleted => HasGivenUp && Customer is null;

    /// <summary>Whether the external id has no holder.</summary>
    public bool IsUnheld => !HasGivenUp && Customer is null;
}
