using FlexPrice.Api.Errors;

namespace FlexPrice.Api.Documentation;

/// <summary>What endpoints declare for the API's documentation.</summary>
internal static class DocumentationConventions
{
    private static readonly int[] Failures =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound,
        StatusCodes.Status429TooManyRequests,
        StatusCodes.Status500InternalServerError,
        StatusCodes.Status503ServiceUnavailable,
    ];

    /// <summary>FlexPrice does not know the endpoint.</summary>
    public static RouteHandlerBuilder IsExtension(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ExtensionMetadata());

    /// <summary>The successful answer has a header that FlexPrice does not know.</summary>
    public static RouteHandlerBuilder ProducesHeader(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new ResponseHeaderMetadata(name, description));

    /// <summary>The failures that every endpoint can answer.</summary>
    public static RouteGroupBuilder ProducesErrors(this RouteGroupBuilder endpoints) => endpoints.WithMetadata([.. Failures.Select(Failure)]);

    /// <summary>The failures that endpoints with a body can answer too.</summary>
    public static void AddBodyFailures(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(Failure(StatusCodes.Status413PayloadTooLarge));
        endpoint.Metadata.Add(Failure(StatusCodes.Status415UnsupportedMediaType));
    }

    /// <summary>A failure that an endpoint can answer.</summary>
    public static object Failure(int status) => new ProducesResponseTypeMetadata(status, typeof(ErrorResponse), ["application/json"]);
}
