namespace FlexPrice.Domain.Customers;

/// <summary>Whether a customer is in business. A deleted customer has no status: it has no row.</summary>
public enum CustomerStatus
{
    /// <summary>In business.</summary>
    Published,

    /// <summary>Inactive: readable, no new transactions. Can be published again or deleted.</summary>
    Archived,
}
