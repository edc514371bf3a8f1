using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Subscriptions.EndDueSubscriptions;

/// <summary>Ends due subscriptions: those cancelled or archived with the end of their period, and those with an end date. Returns their number.</summary>
/// <param name="Limit">How many at most, 1 to <see cref="MaximumLimit"/>.</param>
[RequiresPermission(Permission.SubscriptionWrite)]
public sealed record EndDueSubscriptionsCommand(int Limit) : ICommand<Result<int>>
{
    /// <summary>The most that one transaction ends.</summary>
    public const int MaximumLimit = 500;
}
