using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence;

internal static class ContextRegistration
{
    /// <summary>Adds the model on a database. Contexts are used again, because to make one costs as much as several queries: each scope lends one to its caller.</summary>
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
