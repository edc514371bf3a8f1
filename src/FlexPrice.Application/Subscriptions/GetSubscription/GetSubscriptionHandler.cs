using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.GetSubscription;

internal sealed class GetSubscriptionHandler(IReadRepository<Subscription> subscriptions) : IQueryHandler<GetSubscriptionQuery, Result<Subscription>>
{
    public async Task<Result<Subscription>> HandleAsync(GetSubscriptionQuery query, CancellationToken cancellationToken) =>
        TypedId.TryParse<SubscriptionId>(query.Id, out var id) && await subscriptions.FirstOrDefaultAsync(new SubscriptionWithLineItems(id), cancellationToken) is { } subscription
            ? subscription
            : SubscriptionErrors.NotFound(query.Id);
}
