using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace FlexPrice.Api.Documentation;

/// <summary>The API's description at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    private const string Script = "script";
    private const string ScriptExtension = ".js";
    private const string NameParameter = "documentName";
    private const string Name = "v1";
    private const string Compressed = "gzip";

    public static IServiceCollection AddApiDocumentation(this IServiceCollection services)
    {
        services.AddOpenApi(Name, options =>
        {
            options.AddDocumentTransformer<DocumentTransformer>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddSchemaTransformer<SchemaTransformer>();

            // On the wire it is text, and text has no schema of its own.
            options.CreateSchemaReferenceId = type => type.Type == typeof(Hint) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        });
        services.AddOutputCache(options => options.AddPolicy(Script, KeepScript));
        return services.AddSingleton(provider => new BuiltDocument(provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)));
    }

    // The script is stored compressed and is decompressed for callers that do not accept it so. Whatever host, query or headers a caller sends, there are only two cached answers.
    private static void KeepScript(OutputCachePolicyBuilder policy) => policy
        .Expire(TimeSpan.FromHours(1))
        .SetVaryByHost(false)
        .SetVaryByQuery([])
        .SetVaryByHeader(HeaderNames.AcceptEncoding);

    /// <summary>Keeps the script of the pages.</summary>
    public static void UseApiDocumentation(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.PolicyName == Script)
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
            // It may be cached, but changes with the version of the program.
            response.Headers.CacheControl = "no-cache";
            return await document.AnswerAsync();
        }).ExcludeFromDescription();

    /// <summary>Pages that show the document to people.</summary>
    public static void MapDocumentationPages(this IEndpointRouteBuilder routes) =>
        routes.MapScalarApiReference("/docs", options => options.WithTitle("FlexPrice").DisableDefaultFonts()).Add(page =>
        {
            var route = ((RouteEndpointBuilder)page).RoutePattern;
            if (route.GetParameter(NameParameter) is not null)
            {
                page.RequestDelegate = OnlyOf(Name, page.RequestDelegate!);
            }
            else if (route.RawText!.EndsWith(ScriptExtension, StringComparison.Ordinal))
            {
                // Never for a path that a caller can choose: each would be cached.
                page.Metadata.Add(new OutputCacheAttribute { PolicyName = Script });
            }
        });

    private static RequestDelegate OnlyOf(string document, RequestDelegate page) => context =>
    {
        if (context.GetRouteValue(NameParameter) is not string asked || asked == document)
        {
            return page(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };
}
