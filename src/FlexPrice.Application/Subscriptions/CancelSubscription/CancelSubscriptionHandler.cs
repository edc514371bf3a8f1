using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.CancelSubscription;

internal sealed class CancelSubscriptionHandler(IRepository<Subscription> subscriptions, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<CancelSubscriptionCommand, CommandResult<SubscriptionId>>
{
    public async Task<CommandResult<SubscriptionId>> HandleAsync(CancelSubscriptionCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<SubscriptionId>(command.Id, out var id) || await subscriptions.FirstOrDefaultAsync(new SubscriptionById(id), cancellationToken) is not { } subscription)
        {
            return SubscriptionErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([subscription.CustomerId], cancellationToken);
        var change = caller.ChangeNow(clock);
        var refused = command.CancellationType == CancelSubscriptionValidator.EndOfPeriod
            ? subscription.CancelAtEndOfPeriod(change)
            : subscription.CancelNow(change);
        return refused is null ? id : refused;
    }
}
