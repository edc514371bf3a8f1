using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices;

/// <summary>The drafts of customers with their lines, the oldest first.</summary>
internal sealed class DraftsOfCustomers : Specification<Invoice>
{
    public DraftsOfCustomers(IReadOnlyCollection<CustomerId> customers)
    {
        var owners = customers.Select(id => (CustomerId?)id).ToList();
        Query.Where(invoice => invoice.Status == InvoiceStatus.Draft && owners.Contains(invoice.CustomerId))
            .Include(invoice => invoice.LineItems)
            .OrderBy(invoice => invoice.Id);
    }
}
