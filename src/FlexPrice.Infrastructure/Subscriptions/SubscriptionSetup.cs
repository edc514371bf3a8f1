using FlexPrice.Infrastructure.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Subscriptions;

internal static class SubscriptionSetup
{
    /// <summary>Adds the job that ends due subscriptions.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) =>
        services.AddTimedJob<EndDueSubscriptionsJob>(EndDueSubscriptionsJob.Interval);
}
