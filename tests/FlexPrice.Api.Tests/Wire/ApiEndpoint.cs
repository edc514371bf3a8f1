using FlexPrice.Api.Documentation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>One endpoint of the API, as the running program knows it.</summary>
internal sealed record ApiEndpoint(HttpMethod Method, string Route, Type? BodyType)
{
    /// <summary>Texts that can be sent as query parameters.</summary>
    public IReadOnlyList<(string Name, bool IsRepeatable)> Parameters { get; private init; } = [];

    public string Name => $"{Method} {Route}";

    public bool HasId => Route.Contains('{', StringComparison.Ordinal);

    /// <summary>All endpoints below <c>/v1</c>, so that no new one escapes.</summary>
    public static IReadOnlyList<ApiEndpoint> Of(ApiHost host)
    {
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => new ApiEndpoint(new HttpMethod(method), endpoint.RoutePattern.RawText!.TrimEnd('/'), endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)
                {
                    Parameters = [.. endpoint.Metadata.GetOrderedMetadata<QueryParameterMetadata>().Where(parameter => !parameter.IsNumber).Select(parameter => (parameter.Name, parameter.IsRepeatable))],
                }))
            .OrderBy(endpoint => endpoint.Name, StringComparer.Ordinal)
            .ToList();
        endpoints.Count.ShouldBeGreaterThan(25);
        return endpoints;
    }

    public string PathWith(string id)
    {
        var path = string.Join('/', Route.Split('/').Select(segment => segment.StartsWith('{') ? id : segment));
        // The one endpoint that returns nothing without a parameter.
        return path == "/v1/customers/wallets" && !HasId ? $"{path}?id={id}" : path;
    }

    public Task<Answer> SendAsync(ApiClient api, string id, params (string Name, string Value)[] headers) =>
        api.SendAsync(Method, PathWith(id), BodyType is null ? null : new StringContent("{}", null, "application/json"), headers);
}
