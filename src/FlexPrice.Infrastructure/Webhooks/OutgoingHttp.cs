using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Webhooks;

/// <summary>Settings of every HTTP client of the product.</summary>
internal static class OutgoingHttp
{
    // An address that moves to another machine is noticed without a restart.
    private static readonly TimeSpan OldestConnection = TimeSpan.FromMinutes(2);

    /// <summary>Follows no redirect and keeps no cookie: what is sent goes to the host that the operator named and to no other. A proxy is the one that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name.</summary>
    public static IServiceCollection AddOutgoingHttp(this IServiceCollection services) => services.ConfigureHttpClientDefaults(client => client
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = OldestConnection }));
}
