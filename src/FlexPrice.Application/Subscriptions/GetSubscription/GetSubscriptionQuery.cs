using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.GetSubscription;

/// <summary>Reads a subscription with its line items.</summary>
/// <param name="Id">The subscription.</param>
[RequiresPermission(Permission.SubscriptionRead)]
public sealed record GetSubscriptionQuery(string Id) : IQuery<Result<Subscription>>;
