using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.CreateSubscription;

internal sealed class CreateSubscriptionHandler(
    IRepository<Subscription> subscriptions,
    CustomerResolver customers,
    PayerResolver payers,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<CreateSubscriptionCommand, CommandResult<SubscriptionId>>
{
    public async Task<CommandResult<SubscriptionId>> HandleAsync(CreateSubscriptionCommand command, CancellationToken cancellationToken)
    {
        var customer = await customers.LockSharedAsync(command.Customer.PreferringId(), cancellationToken, PayerResolver.Named(command.InvoicingCustomerId));
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        var payer = await payers.ResolveAsync(command.InvoicingCustomerId, cancellationToken);
        if (payer.Error is not null)
        {
            return payer.Error;
        }

        SubscriptionId? parent = null;
        if (!string.IsNullOrEmpty(command.ParentSubscriptionId))
        {
            if (!TypedId.TryParse<SubscriptionId>(command.ParentSubscriptionId, out var named) || !await subscriptions.AnyAsync(new SubscriptionById(named), cancellationToken))
            {
                return SubscriptionErrors.ParentNotFound(command.ParentSubscriptionId);
            }

            parent = named;
        }

        var change = caller.ChangeNow(clock);
        var terms = new SubscriptionTerms(
            command.PlanId!,
            command.Currency!.ToLowerInvariant(),
            WireName.Parse<BillingPeriod>(command.BillingPeriod!),
            command.BillingPeriodCount ?? 1,
            command.StartDate?.ToUniversalTime() ?? change.At,
            command.EndDate?.ToUniversalTime(),
            payer.Value.Customer?.Id,
            parent,
            command.Metadata);
        var status = WireName.Parse(command.SubscriptionStatus, SubscriptionStatus.Active);
        var subscription = Subscription.Start(caller.Scope, ids.New<SubscriptionId>(), customer.Value, payer.Value.Customer, terms, status, change);
        if (subscription.Error is not null)
        {
            return subscription.Error;
        }

        foreach (var item in command.LineItems ?? [])
        {
            subscription.Value.AddLineItem(ids.New<SubscriptionLineItemId>(), item);
        }

        await subscriptions.AddAsync(subscription.Value, cancellationToken);
        return subscription.Value.Id;
    }
}
