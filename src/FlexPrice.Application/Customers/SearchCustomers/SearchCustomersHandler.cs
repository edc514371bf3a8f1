using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.SearchCustomers;

internal sealed class SearchCustomersHandler(IReadRepository<Customer> customers, CustomerResolver resolver) : IQueryHandler<SearchCustomersQuery, Result<Page<Customer>>>
{
    public async Task<Result<Page<Customer>>> HandleAsync(SearchCustomersQuery query, CancellationToken cancellationToken)
    {
        var matching = new CustomersMatching(query, resolver.Hash);
        return new Page<Customer>(
            await customers.ListAsync(matching, cancellationToken),
            await customers.CountAsync(matching, cancellationToken),
            query.Paging);
    }
}
