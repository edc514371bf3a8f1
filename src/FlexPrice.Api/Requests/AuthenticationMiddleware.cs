using FlexPrice.Api.Errors;

namespace FlexPrice.Api.Requests;

/// <summary>Lets only callers with a key through to endpoints that need one.</summary>
internal sealed class AuthenticationMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Authentication authentication, RequestLeases shares)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiresKeyMetadata>() is null)
        {
            await next(context);
            return;
        }

        if (await authentication.RunAsync(context) is { } refused)
        {
            await refused.ToHttp().ExecuteAsync(context);
            return;
        }

        shares.Serve(context);
        try
        {
            await next(context);
        }
        catch (Exception) when (authentication.IsOwed && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // A caller without a known key gets no answer about a failure either.
            if (await authentication.AuthenticateAsync(context) is not { } outdated)
            {
                throw;
            }

            await outdated.ToHttp().ExecuteAsync(context);
        }
    }
}
