using System.Data.Common;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Connections;

namespace FlexPrice.Api.Errors;

/// <summary>
/// Gives every failed answer its body: what was thrown, and what was answered with a bare status. An exception is logged by type and stack;
/// its message is not, because it may repeat what a request sent.
/// </summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    private const string Api = "/v1";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is ConnectionAbortedException or ConnectionResetException || context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception exception)
        {
            var error = Classify(exception, context);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            await error.ToHttp().ExecuteAsync(context);
            return;
        }

        await FillAsync(context);
    }

    private static async Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.StatusCode < StatusCodes.Status400BadRequest || response.HasStarted || response.ContentType is not null)
        {
            return;
        }

        if (context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase))
        {
            await RequestErrors.OfStatus(context).ToHttp().ExecuteAsync(context);
        }
        else if (response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            await response.WriteAsync("404 page not found", context.RequestAborted);
        }
    }

    private Error Classify(Exception exception, HttpContext context)
    {
        if (exception is BadHttpRequestException refused)
        {
            return refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? RequestErrors.TooLarge() : RequestErrors.Malformed();
        }

        var kind = string.Join(" < ", WithInnerExceptions(exception).Select(cause => cause.GetType().FullName));
        if (WithInnerExceptions(exception).Any(cause => cause is TimeoutException or DbException { IsTransient: true }))
        {
            LogUnavailable(logger, kind, context.TraceIdentifier);
            return RequestErrors.Unavailable();
        }

        LogUnexpected(logger, kind, context.TraceIdentifier, string.Join("\n--\n", WithInnerExceptions(exception).Select(cause => cause.StackTrace)));
        return RequestErrors.Unexpected(context.TraceIdentifier);
    }

    private static IEnumerable<Exception> WithInnerExceptions(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Exception} made the service unavailable for request {RequestId}")]
    private static partial void LogUnavailable(ILogger logger, string exception, string requestId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Exception} was not handled in request {RequestId}\n{Stack}")]
    private static partial void LogUnexpected(ILogger logger, string exception, string requestId, string stack);
}
