using System.Globalization;
using FlexPrice.Api.Wire;
using FlexPrice.Domain.Primitives;
using Microsoft.Net.Http.Headers;

namespace FlexPrice.Api.Errors;

/// <summary>Answers with an error. The only place that maps kinds of errors to HTTP.</summary>
/// <param name="error">Why the request failed.</param>
internal sealed class ErrorResult(Error error) : IResult
{
    private const int SecondsByDefault = 1;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var status = StatusOf(error.Kind);
        var response = httpContext.Response;
        response.StatusCode = status;
        if (error.Kind == ErrorKind.Unauthenticated)
        {
            response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }

        if (RetryAfter(error) is { } seconds)
        {
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(ErrorResponse.Of(error, status), WireJson.Options);
    }

    private static int? RetryAfter(Error error) => (error.Details.GetValueOrDefault(Error.RetryAfterDetail), error.Kind) switch
    {
        (int seconds, _) => seconds,
        (_, ErrorKind.ServiceUnavailable or ErrorKind.TooManyRequests) => SecondsByDefault,
        _ => null,
    };

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Validation => StatusCodes.Status400BadRequest,
        ErrorKind.InvalidOperation => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.AlreadyExists => StatusCodes.Status409Conflict,
        ErrorKind.VersionConflict => StatusCodes.Status409Conflict,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.PermissionDenied => StatusCodes.Status403Forbidden,
        ErrorKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorKind.PayloadTooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ErrorKind.ServiceUnavailable => StatusCodes.Status503ServiceUnavailable,
        ErrorKind.Internal => StatusCodes.Status500InternalServerError,
    };
}
