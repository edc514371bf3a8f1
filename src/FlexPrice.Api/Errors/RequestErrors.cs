using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Errors;

/// <summary>Why a request is refused before it reaches the application.</summary>
internal static class RequestErrors
{
    /// <summary>FlexPrice's message for wrong fields.</summary>
    public const string ValidationMessage = "Request validation failed";

    /// <summary>FlexPrice's message for wrong pages of lists.</summary>
    public const string FilterMessage = "Invalid filter parameters";

    /// <summary>FlexPrice's message for wrong events.</summary>
    public const string EventMessage = "Invalid request payload";

    /// <summary>What details call the body as a whole.</summary>
    public const string BodyField = "body";

    /// <summary>FlexPrice's message for a body that is no JSON or has wrong JSON types.</summary>
    private const string FormatMessage = "Invalid request format";

    private const int MaximumNamed = 10;

    private const int Mebibyte = 1024 * 1024;

    /// <summary>Something in the request has the wrong form.</summary>
    public static Error InvalidFormat(string field, string fix) => new Error(ErrorKind.Validation, FormatMessage).With(field, fix);

    /// <summary>The endpoint has no such query parameters.</summary>
    public static Error UnknownParameters(IReadOnlyList<string> unknown, IReadOnlyList<string> known)
    {
        var fix = known.Count == 0 ? "There is no such parameter here, nor any other." : $"There is no such parameter here. Allowed: {string.Join(", ", known)}.";
        return unknown.Take(MaximumNamed).Aggregate(new Error(ErrorKind.Validation, ValidationMessage), (error, parameter) => error.With(Error.Echo(parameter), fix));
    }

    /// <summary>There is no body.</summary>
    public static Error EmptyBody() => InvalidFormat(BodyField, "The body is empty. Send a JSON object; {} when there is nothing to say.");

    /// <summary>What arrived is no request.</summary>
    public static Error Malformed() => InvalidFormat("request", "The request is not valid HTTP, or its body ended too early or arrived too slowly.");

    /// <summary>The body is something else than JSON.</summary>
    public static Error NotJson() =>
        new Error(ErrorKind.UnsupportedMediaType, "Unsupported media type")
            .With("Content-Type", "Send JSON as UTF-8, not compressed, with the header 'Content-Type: application/json'.");

    /// <summary>The body exceeds the limit of the endpoint.</summary>
    public static Error TooLarge(int limit) =>
        new Error(ErrorKind.PayloadTooLarge, "Request body too large").With(BodyField, $"Send at most {limit / Mebibyte} MiB at once.");

    /// <summary>The server itself turned the request away because of its size.</summary>
    public static Error TooLarge() => new Error(ErrorKind.PayloadTooLarge, "Request body too large").With(BodyField, "Send less at once.");

    /// <summary>There is no such route.</summary>
    public static Error UnknownRoute(string method, string path) =>
        new Error(ErrorKind.NotFound, "Page not found")
            .With("path", $"{Error.Echo(method)} {Error.Echo(path)}")
            .With("hint", "There is no such route. All routes are listed at /docs and in /openapi/v1.json.");

    /// <summary>The route exists, but not for this method.</summary>
    public static Error MethodNotAllowed(string method, string allowed) =>
        new Error(ErrorKind.MethodNotAllowed, "Method not allowed")
            .With("method", Error.Echo(method))
            .With("allowed", allowed);

    /// <summary>The answer took longer than a request may last.</summary>
    public static Error TimedOut() =>
        new Error(ErrorKind.ServiceUnavailable, "The request took too long").With("fix", "Nothing is half done. Send it again later.");

    /// <summary>More requests are here than one process takes.</summary>
    public static Error Overloaded() =>
        new Error(ErrorKind.ServiceUnavailable, "Too many requests are waiting").With("fix", $"Nothing was changed. Send the same request again after the time in {CallPart.RetryAfter}.");

    /// <summary>Something that the answer needs does not work now.</summary>
    public static Error Unavailable() =>
        new Error(ErrorKind.ServiceUnavailable, "The service is busy").With("fix", "Nothing is half done. Send the request again.");

    /// <summary>A defect of the system; the request id finds it in the log.</summary>
    public static Error Unexpected(string requestId) =>
        new Error(ErrorKind.Internal, "An unexpected error occurred").With("request_id", requestId);

    /// <summary>For requests that the server rejected itself.</summary>
    public static Error OfServer(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        StatusCodes.Status414UriTooLong => InvalidFormat("path", "The path with its query is too long."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => InvalidFormat("headers", "The headers are too large."),
        _ => Malformed(),
    };

    /// <summary>For what was answered with a bare status.</summary>
    public static Error OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => UnknownRoute(context.Request.Method, context.Request.Path),
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed(context.Request.Method, context.Response.Headers.Allow.ToString()),
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => NotJson(),
        StatusCodes.Status503ServiceUnavailable => TimedOut(),
        >= 400 and < 500 => Malformed(),
        _ => Unexpected(context.TraceIdentifier),
    };
}
