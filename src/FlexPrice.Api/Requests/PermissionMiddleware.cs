using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Refuses callers without the permission of the endpoint's command or query before anything else of the request is looked at: neither body nor query is read for them.
/// The pipeline of the application checks again, for every command and query.
/// </summary>
internal sealed class PermissionMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ICaller caller, Authentication authentication)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SendsMetadata>() is { } sends && await RefuseAsync(context, sends, caller, authentication) is { } refused)
        {
            await refused.ToHttp().ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static async Task<Error?> RefuseAsync(HttpContext context, SendsMetadata sends, ICaller caller, Authentication authentication)
    {
        if (sends.Access.Refuse(caller) is { } refused)
        {
            // What was only remembered of the key is no ground to refuse it.
            return authentication.IsOwed ? await authentication.AuthenticateAsync(context) ?? sends.Access.Refuse(caller) : refused;
        }

        return authentication.RefusedHeader;
    }
}
