using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Idempotency;

internal static class IdempotencySetup
{
    /// <summary>Adds the memory of answered requests.</summary>
    public static IServiceCollection AddIdempotency(this IServiceCollection services) =>
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
}
