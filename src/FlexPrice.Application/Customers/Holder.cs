using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

/// <summary>Who held an external id at a time.</summary>
/// <param name="Customer">The customer; null when nobody holds it, or when who held it is gone.</param>
/// <param name="HasGivenUp">Whether the external id was given up since by who held it then.</param>
public readonly record struct Holder(CustomerId? Customer, bool HasGivenUp)
{
    /// <summary>Whether the customer who held the external id then was deleted.</summary>
    public bool IsDeleted => HasGivenUp && Customer is null;

    /// <summary>Whether nobody holds the external id.</summary>
    public bool IsUnheld => !HasGivenUp && Customer is null;
}
