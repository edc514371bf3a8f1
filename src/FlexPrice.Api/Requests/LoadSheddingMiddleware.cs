using FlexPrice.Api.Errors;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Requests;

/// <summary>Turns a request away at once when too many are here: it would only wait, and keep others waiting. Pages without a key, health among them, are always answered.</summary>
internal sealed class LoadSheddingMiddleware(RequestDelegate next, RequestQueue queue)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiresKeyMetadata>() is null)
        {
            await next(context);
            return;
        }

        using var place = queue.TryEnter();
        if (place is null)
        {
            FlexPriceTelemetry.RequestsShed.Add(1);
            await RequestErrors.Overloaded().ToHttp().ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
