using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Requests;

/// <summary>Gives every request an id and returns it on every answer.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, IIdGenerator ids)
    {
        var sent = context.Request.Headers[RequestId.HeaderName];
        var id = sent.Count == 1 && RequestId.IsAcceptable(sent[0]) ? sent[0]! : ids.New<RequestId>().Value;
        context.TraceIdentifier = id;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[RequestId.HeaderName] = id;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
