using Microsoft.AspNetCore.Routing;

namespace FlexPrice.Architecture.Tests.Samples.Routes;

/// <summary>Wrong: one endpoint is not mapped, one is only mentioned, and of one only the beginning of its name is mapped.</summary>
internal static class StrayEndpoints
{
    public static void MapMapped(this IEndpointRouteBuilder routes) => ArgumentNullException.ThrowIfNull(routes);

    public static void MapStrays(this IEndpointRouteBuilder routes) => ArgumentNullException.ThrowIfNull(routes);

    public static void MapTalk(this IEndpointRouteBuilder routes) => ArgumentNullException.ThrowIfNull(routes);

    public static void MapMap(this IEndpointRouteBuilder routes) => ArgumentNullException.ThrowIfNull(routes);
}
