using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FlexPrice.Api.Documentation;

/// <summary>The API's description at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    /// <summary>The policy of pages that are the same for everybody.</summary>
    public const string Pages = "pages";

    private const string Name = "v1";
    private const string Compressed = "gzip";

    public static IServiceCollection AddApiDocumentation(this IServiceCollection services)
    {
        services.AddOpenApi(Name, options =>
        {
            options.AddDocumentTransformer<DocumentTransformer>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddSchemaTransformer<SchemaTransformer>();
        });
        services.AddOutputCache(options => options.AddPolicy(Pages, KeepPages));
        return services.AddSingleton(provider => new BuiltDocument(provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)));
    }

    // Their script is stored compressed, and unpacked anew for everybody who does not take it so. Whatever a caller makes up in host, query or headers, there are two answers.
    private static void KeepPages(OutputCachePolicyBuilder policy) => policy
        .Expire(TimeSpan.FromHours(1))
        .SetVaryByHost(false)
        .SetVaryByQuery([])
        .SetVaryByHeader(HeaderNames.AcceptEncoding);

    /// <summary>Keeps answers with the policy <see cref="Pages"/>.</summary>
    public static void UseApiDocumentation(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.PolicyName == Pages)
            {
                var takesCompressed = context.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals(Compressed, StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);
                context.Request.Headers.AcceptEncoding = takesCompressed ? Compressed : StringValues.Empty;
            }

            return next(context);
        });
        app.UseOutputCache();
    }

    /// <summary>Instead of the framework's own route, which builds the document for every request.</summary>
    public static void MapApiDocumentation(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"/openapi/{Name}.json", [HttpMethods.Get, HttpMethods.Head], async (BuiltDocument document, HttpResponse response) =>
        {
            // It may be kept, but changes with the version of the program.
            response.Headers.CacheControl = "no-cache";
            return await document.AnswerAsync();
        }).ExcludeFromDescription();
}
