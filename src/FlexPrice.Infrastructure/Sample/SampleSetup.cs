using FlexPrice.Application.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Sample;

internal static class SampleSetup
{
    /// <summary>Adds the sample customers of a developer's first start.</summary>
    public static IServiceCollection AddSample(this IServiceCollection services) =>
        services.AddScoped<ISampleData, SampleData>();
}
