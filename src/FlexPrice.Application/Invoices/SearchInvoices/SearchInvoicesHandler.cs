using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.SearchInvoices;

internal sealed class SearchInvoicesHandler(IReadRepository<Invoice> invoices, CustomerResolver customers) : IQueryHandler<SearchInvoicesQuery, Result<Page<Invoice>>>
{
    public async Task<Result<Page<Invoice>>> HandleAsync(SearchInvoicesQuery query, CancellationToken cancellationToken)
    {
        Customer? holder = null;
        if (!string.IsNullOrEmpty(query.ExternalCustomerId))
        {
            holder = await customers.FindByExternalIdAsync(query.ExternalCustomerId, cancellationToken);
            if (holder is null)
            {
                return CustomerErrors.LookupKeyNotFound(query.ExternalCustomerId);
            }
        }

        var matching = new InvoicesMatching(query, holder?.Id);
        return new Page<Invoice>(
            await invoices.ListAsync(matching, cancellationToken),
            await invoices.CountAsync(matching, cancellationToken),
            query.Paging);
    }
}
