using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.UpdateSubscription;

internal sealed class UpdateSubscriptionHandler(IRepository<Subscription> subscriptions, PayerResolver payers, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<UpdateSubscriptionCommand, CommandResult<SubscriptionId>>
{
    public async Task<CommandResult<SubscriptionId>> HandleAsync(UpdateSubscriptionCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<SubscriptionId>(command.Id, out var id) || await subscriptions.FirstOrDefaultAsync(new SubscriptionById(id), cancellationToken) is not { } subscription)
        {
            return SubscriptionErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([subscription.CustomerId, .. PayerResolver.Named(command.InvoicingCustomerId)], cancellationToken);
        var payer = await payers.ResolveAsync(command.InvoicingCustomerId, cancellationToken);
        if (payer.Error is not null)
        {
            return payer.Error;
        }

        return subscription.ChangePayer(payer.Value.Customer, caller.ChangeNow(clock)) is { } refused ? refused : id;
    }
}
