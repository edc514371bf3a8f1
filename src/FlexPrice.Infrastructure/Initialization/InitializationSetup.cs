using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Initialization;

internal static class InitializationSetup
{
    /// <summary>Adds the start.</summary>
    public static IServiceCollection AddInitialization(this IServiceCollection services) => services
        .AddScoped<StartWarnings>()
        .AddScoped<IDatabaseInitializer, DatabaseInitializer>()
        .AddScoped<ISchema, DatabaseSchema>();
}
