using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Diagnostics;

internal static class DiagnosticsSetup
{
    /// <summary>Adds failpoints, for a developer's tests, where the settings name a folder.</summary>
    public static IServiceCollection AddDiagnostics(this IServiceCollection services, FlexPriceSettings settings) =>
        services.AddSingleton<IFailpoints>(settings.FailpointsPath is { } folder ? new FileFailpoints(folder) : new NoFailpoints());
}
