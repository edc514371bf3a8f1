using System.Text.Json;
using System.Text.Json.Nodes;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Cascade;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>Something that a request can say: a part of its path, a query parameter, or a field of its body at any depth.</summary>
/// <param name="Name">The endpoint and where in its request.</param>
/// <param name="SendAsync">Sends a request with this field and as few others as possible, with one value or with another.</param>
internal sealed record RequestField(string Name, Func<ApiClient, bool, Task<Answer>> SendAsync)
{
    private static readonly DateTimeOffset Day = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>All fields of all endpoints, as the running program knows them.</summary>
    public static IEnumerable<(ApiEndpoint Endpoint, RequestField Field)> Of(ApiHost host)
    {
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => (
                Name: $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}",
                Route: endpoint)) ?? [])
            .ToDictionary(endpoint => endpoint.Name, endpoint => endpoint.Route, StringComparer.Ordinal);
        foreach (var endpoint in ApiEndpoint.Of(host))
        {
            foreach (var segment in endpoint.Route.Split('/').Where(segment => segment.StartsWith('{')))
            {
                yield return (endpoint, OfPath(endpoint, segment));
            }

            foreach (var parameter in routes[endpoint.Name].Metadata.GetOrderedMetadata<QueryParameterMetadata>().Concat(ChoicesOf(host, routes[endpoint.Name])))
            {
                yield return (endpoint, OfQuery(endpoint, parameter));
            }

            foreach (var (path, make) in endpoint.BodyType is { } body ? FieldsOf(body) : [])
            {
                yield return (endpoint, OfBody(endpoint, path, make));
            }
        }
    }

    // The edges say themselves which parameters choose what happens to them.
    private static IEnumerable<QueryParameterMetadata> ChoicesOf(ApiHost host, RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<CascadeChoicesMetadata>() is null
        ? []
        : host.Services.GetRequiredService<CascadeEdges>().QueryParameters.Select(name => new QueryParameterMetadata(name, ""));

    private static RequestField OfPath(ApiEndpoint endpoint, string segment)
    {
        var others = Ids.New("cust");
        return new($"{endpoint.Name} {segment}", (api, value) => api.SendAsync(
            endpoint.Method,
            string.Join('/', endpoint.Route.Split('/').Select(one => one == segment ? $"cust_{(value ? 1 : 2)}" : one.StartsWith('{') ? others : one)),
            ContentOf(endpoint, "{}")));
    }

    private static RequestField OfQuery(ApiEndpoint endpoint, QueryParameterMetadata parameter)
    {
        var path = endpoint.PathWith(Ids.New("cust")).Split('?')[0];
        var values = parameter.IsNumber ? ["1", "2"]
            : parameter.Values is { Count: > 1 } known ? [known[0], known[^1]]
            : parameter.Name.EndsWith("_time", StringComparison.Ordinal) ? [$"{Day:O}", $"{Day.AddDays(1):O}"]
            : new[] { "true", "false" };
        return new($"{endpoint.Name} ?{parameter.Name}", (api, value) =>
            api.SendAsync(endpoint.Method, $"{path}?{parameter.Name}={Uri.EscapeDataString(values[value ? 1 : 0])}", ContentOf(endpoint, "{}")));
    }

    private static RequestField OfBody(ApiEndpoint endpoint, string path, Func<bool, JsonNode> make)
    {
        var target = endpoint.PathWith(Ids.New("cust"));
        return new($"{endpoint.Name} {path}", (api, value) => api.SendAsync(endpoint.Method, target, ContentOf(endpoint, make(value).ToJsonString())));
    }

    private static StringContent? ContentOf(ApiEndpoint endpoint, string json) => endpoint.BodyType is null ? null : new StringContent(json, null, "application/json");

    // As the reader of bodies sees the type, so that what it does not read is no field.
    private static IEnumerable<(string Path, Func<bool, JsonNode> Make)> FieldsOf(Type type) => WireJson.Options.GetTypeInfo(type).Properties.SelectMany(property =>
        ValuesOf(property.PropertyType).Select(value => ($"{property.Name}{value.Path}", (Func<bool, JsonNode>)(other => new JsonObject { [property.Name] = value.Make(other) }))));

    private static IEnumerable<(string Path, Func<bool, JsonNode> Make)> ValuesOf(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        var arguments = value.IsGenericType ? value.GetGenericArguments() : [];
        return value == typeof(string) || value == typeof(JsonElement) ? [("", other => other ? "b" : "a")]
            : value == typeof(bool) ? [("", other => other)]
            : value == typeof(int) || value == typeof(long) || value == typeof(decimal) ? [("", other => other ? 2 : 1)]
            : value == typeof(DateTimeOffset) ? [("", other => JsonValue.Create(other ? Day.AddDays(1) : Day))]
            : arguments is [_, var held] ? ValuesOf(held).Select(one => ($"{{}}{one.Path}", (Func<bool, JsonNode>)(other => new JsonObject { ["key"] = one.Make(other) })))
            : arguments is [var item] ? ValuesOf(item).Select(one => ($"[]{one.Path}", (Func<bool, JsonNode>)(other => new JsonArray(one.Make(other)))))
            : FieldsOf(value).Select(one => ($".{one.Path}", one.Make));
    }
}
