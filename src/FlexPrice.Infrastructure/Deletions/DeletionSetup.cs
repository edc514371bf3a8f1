using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Deletions;

internal static class DeletionSetup
{
    /// <summary>Adds fences, the recipients' seal and the search for leftovers.</summary>
    public static IServiceCollection AddDeletions(this IServiceCollection services) => services
        .AddSingleton<IRecipientSeal, RecipientSeal>()
        .AddScoped<IFences, Fences>()
        .AddScoped<ILeftoverSearch, LeftoverSearch>()
        .AddTimedJob<ForgetExpiredFencesJob>(ForgetExpiredFencesJob.Interval);
}
