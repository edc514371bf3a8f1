using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.UpdateSubscription;

/// <summary>Names another payer of a subscription.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="InvoicingCustomerId">The payer, our id; an empty string for the customer itself. Required.</param>
[RequiresPermission(Permission.SubscriptionWrite)]
public sealed record UpdateSubscriptionCommand(string Id, string? InvoicingCustomerId) : ICommand<CommandResult<SubscriptionId>>;
