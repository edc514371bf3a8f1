using FlexPrice.Api.Errors;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Holds back the answer to a caller whose cached key is not confirmed when the answer is ready: the key has changed,
/// or the request ended before it was confirmed. Such a request has changed nothing. Its key is looked up, and the request is executed again.
/// Stands before every other filter, so that none answers past it.
/// </summary>
internal sealed class ConfirmedKeyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var services = context.HttpContext.RequestServices;
        var authentication = services.GetRequiredService<Authentication>();

        // A rejected caller gets no answer that depends on the key.
        if (!authentication.IsOwed || services.GetRequiredService<RequestLeases>().IsRejected)
        {
            return answer;
        }

        return await authentication.AuthenticateAsync(context.HttpContext) is { } refused ? refused.ToHttp() : await next(context);
    }
}
