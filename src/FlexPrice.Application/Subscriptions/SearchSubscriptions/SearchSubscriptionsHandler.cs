using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.SearchSubscriptions;

internal sealed class SearchSubscriptionsHandler(IReadRepository<Subscription> subscriptions, CustomerResolver customers)
    : IQueryHandler<SearchSubscriptionsQuery, Result<Page<Subscription>>>
{
    public async Task<Result<Page<Subscription>>> HandleAsync(SearchSubscriptionsQuery query, CancellationToken cancellationToken)
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

        var matching = new SubscriptionsMatching(query, holder?.Id);
        return new Page<Subscription>(
            await subscriptions.ListAsync(matching, cancellationToken),
            await subscriptions.CountAsync(matching, cancellationToken),
            query.Paging);
    }
}
