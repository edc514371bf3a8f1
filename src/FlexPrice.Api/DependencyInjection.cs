using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Telemetry;
using FlexPrice.Api.Wire;
using Microsoft.AspNetCore.Http.Timeouts;

namespace FlexPrice.Api;

/// <summary>Registers the API and puts requests through its middleware.</summary>
internal static class DependencyInjection
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(100);

    /// <summary>Adds what endpoints need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => WireJson.Apply(options.SerializerOptions));
        services.AddSingleton<RequestQueue>();
        services.AddSingleton<KnownKeys>();
        services.AddSingleton<FailedAuthentications>();
        services.AddScoped<RequestLeases>();
        services.AddScoped<Sender>();
        services.AddScoped<Authentication>();
        services.AddHealthMemory();
        services.AddRateLimiter();
        services.ConfigureOptions<KeyRateLimit>();
        services.ConfigureOptions<ForwardedAddresses>();
        services.AddApiDocumentation();
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = LongestRequest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        return services;
    }

    /// <summary>The way of a request, outermost first.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseMiddleware<RequestLogMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseApiDocumentation();
        app.UseMiddleware<AuthenticationMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<PermissionMiddleware>();
    }
}
