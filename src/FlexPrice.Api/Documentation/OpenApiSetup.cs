using Microsoft.AspNetCore.OpenApi;

namespace FlexPrice.Api.Documentation;

/// <summary>The API's description at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    private const string Name = "v1";

    public static IServiceCollection AddApiDocumentation(this IServiceCollection services)
    {
        services.AddOpenApi(Name, options =>
        {
            options.AddDocumentTransformer<DocumentTransformer>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddSchemaTransformer<SchemaTransformer>();
        });
        return services.AddSingleton(provider => new BuiltDocument(provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)));
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
