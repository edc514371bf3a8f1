using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.CancelSubscription;

/// <summary>Cancels a subscription.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="CancellationType"><c>immediate</c> or <c>end_of_period</c>. Required.</param>
[RequiresPermission(Permission.SubscriptionWrite)]
public sealed record CancelSubscriptionCommand(string Id, string? CancellationType) : ICommand<CommandResult<SubscriptionId>>;
