using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence;

internal static class ContextRegistration
{
    /// <summary>Adds the model on a database. Contexts are pooled, because creating one costs as much as several queries.</summary>
    public static IServiceCollection AddContext<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : FlexPriceDbContext => services
        .AddPooledDbContextFactory<TContext>(configure)
        .AddScoped<FlexPriceDbContext>(scope =>
        {
            var context = scope.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            context.Caller = scope.GetRequiredService<ICaller>();
            return context;
        });
}
