using FlexPrice.Application.Retention;
using FlexPrice.Infrastructure.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Retention;

internal static class RetentionSetup
{
    /// <summary>Adds retained documents and the end of their retention.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<IDocumentSeal, DocumentSeal>()
        .AddScoped<IDocumentStore, DocumentStore>()
        .AddTimedJob<DestroyDueDocumentsJob>(DestroyDueDocumentsJob.Interval);
}
