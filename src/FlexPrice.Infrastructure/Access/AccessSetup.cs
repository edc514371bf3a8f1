using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Access;

internal static class AccessSetup
{
    /// <summary>Adds the caller and its key.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddScoped<Caller>()
        .AddScoped<ICallerSetter>(provider => provider.GetRequiredService<Caller>())
        .AddScoped<ICaller>(provider => provider.GetRequiredService<Caller>())
        .AddScoped<IApiKeyDirectory, ApiKeyDirectory>()
        .AddScoped<IApiKeyFamilies, ApiKeyFamilies>()
        .AddSingleton<ApiKeyQueries>()
        .AddSingleton<RememberedKeys>()
        .AddSingleton<IRememberedKeys>(provider => provider.GetRequiredService<RememberedKeys>())
        .AddScoped<CallersKey>()
        .AddScoped<KeyConfirmation>()
        .AddSingleton<IApiKeySecrets, ApiKeySecrets>()
        .AddSingleton<IDevelopmentKey, DevelopmentKey>()
        .AddScoped<BootstrapKeyStore>()
        .AddScoped<BootstrapKeys>()
        .AddScoped<DefaultEnvironment>()
        .AddScoped<OperatorEnvironment>()
        .AddScoped<IOperatorAccess, OperatorAccess>();
}
