using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions;

/// <summary>Finds the customer that a request names as payer.</summary>
internal sealed class PayerResolver(ICustomerRepository customers)
{
    /// <summary>The customer that a request names as payer, existing or not; lock it before it is read.</summary>
    public static IEnumerable<CustomerId> Named(string? invoicingCustomerId) =>
        TypedId.TryParse<CustomerId>(invoicingCustomerId, out var id) ? [id] : [];

    /// <summary>Reads the payer, which must be locked.</summary>
    public async Task<Result<Payer>> ResolveAsync(string? invoicingCustomerId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(invoicingCustomerId))
        {
            return new Payer(null);
        }

        return TypedId.TryParse<CustomerId>(invoicingCustomerId, out var id) && await customers.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is { } customer
            ? new Payer(customer)
            : SubscriptionErrors.PayerNotFound(invoicingCustomerId);
    }

    /// <summary>The payer.</summary>
    /// <param name="Customer">The payer; null for the customer of the subscription.</param>
    internal sealed record Payer(Customer? Customer);
}
