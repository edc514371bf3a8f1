using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Configuration;

internal static class ConfigurationSetup
{
    /// <summary>Adds the settings that have been read.</summary>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, FlexPriceSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.RequestLimit)
        .AddSingleton(settings.LoadLimit)
        .AddSingleton(settings.FailureLimit)
        .AddSingleton(settings.TrustedProxies);
}
