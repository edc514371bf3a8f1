using FlexPrice.Application.Usage;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Usage;

internal static class UsageSetup
{
    /// <summary>Adds usage and its seal.</summary>
    public static IServiceCollection AddUsage(this IServiceCollection services) => services
        .AddSingleton<IUsageSeal, UsageSeal>()
        .AddScoped<IUsageStore, UsageStore>();
}
