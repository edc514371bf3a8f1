namespace FlexPrice.Api.Requests;

/// <summary>One log line per request: method, route template, status, duration. Never path values, query or payload; ASP.NET's own request log is silenced because it has them.</summary>
internal sealed partial class RequestLogMiddleware(RequestDelegate next, ILogger<RequestLogMiddleware> logger, TimeProvider clock)
{
    private const string Unknown = "(none)";

    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Patch, HttpMethods.Head, HttpMethods.Options];

    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var method = Methods.FirstOrDefault(known => known == context.Request.Method) ?? Unknown;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? Unknown;
            var elapsed = clock.GetElapsedTime(started);
            LogAnswered(logger, method, route, context.Response.StatusCode, elapsed.TotalMilliseconds, context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} answered {Status} after {Milliseconds} ms, request {RequestId}")]
    private static partial void LogAnswered(ILogger logger, string method, string route, int status, double milliseconds, string requestId);
}
