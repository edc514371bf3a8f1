using FlexPrice.Application.Integrations;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Integrations;

internal static class IntegrationSetup
{
    /// <summary>Adds the mappings to providers.</summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services) => services
        .AddSingleton<IProviderEntitySeal, ProviderEntitySeal>()
        .AddScoped<IIntegrationMappingRepository, IntegrationMappingRepository>();
}
