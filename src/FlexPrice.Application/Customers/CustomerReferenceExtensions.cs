using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

internal static class CustomerReferenceExtensions
{
    /// <summary>FlexPrice's rule where something is created for a customer: our id wins, the tenant's is not even looked at.</summary>
    public static CustomerReference PreferringId(this CustomerReference reference) =>
        string.IsNullOrEmpty(reference.Id) ? reference : new CustomerReference(reference.Id);
}
