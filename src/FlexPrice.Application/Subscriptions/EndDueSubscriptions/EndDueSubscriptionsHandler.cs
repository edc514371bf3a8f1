using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.EndDueSubscriptions;

internal sealed class EndDueSubscriptionsHandler(IRepository<Subscription> subscriptions, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<EndDueSubscriptionsCommand, Result<int>>
{
    public async Task<Result<int>> HandleAsync(EndDueSubscriptionsCommand command, CancellationToken cancellationToken)
    {
        var change = caller.ChangeNow(clock);
        var due = await subscriptions.ListAsync(new SubscriptionsDueToEnd(change.At, command.Limit), cancellationToken);
        if (due.Count > 0)
        {
            await locks.LockSharedAsync([.. due.Select(subscription => subscription.CustomerId)], cancellationToken);
        }

        foreach (var subscription in due)
        {
            subscription.EndIfDue(change);
        }

        return due.Count;
    }
}
