using FlexPrice.Application.Cascade;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Cascade;

internal static class CascadeSetup
{
    /// <summary>Adds the statements of the cascade.</summary>
    public static IServiceCollection AddCascade(this IServiceCollection services) =>
        services.AddScoped<ICascadeStore, CascadeStore>();
}
