using FlexPrice.Api.Errors;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Holds back the answer to a caller whose key was only remembered and has not been confirmed by the time there is an answer: because the key has changed,
/// or because the request ended before anybody asked. Such a request has changed nothing. Its key is looked up, and it is dealt with again.
/// Stands before every other filter, so that none answers past it.
/// </summary>
internal sealed class ConfirmedKeyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var services = context.HttpContext.RequestServices;
        var authentication = services.GetRequiredService<Authentication>();

        // Whoever is turned away hears nothing that depends on the key.
        if (!authentication.IsOwed || services.GetRequiredService<RequestLeases>().IsRejected)
        {
            return answer;
        }

        return await authentication.AuthenticateAsync(context.HttpContext) is { } refused ? refused.ToHttp() : await next(context);
    }
}
