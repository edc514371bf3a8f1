using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FlexPrice.Api.Wire;

/// <summary>Reads the bytes of a JSON body, up to the endpoint's limit.</summary>
internal static class BodyReader
{
    private const int Mebibyte = 1024 * 1024;
    private const int DefaultLimit = 1 * Mebibyte;

    /// <returns>The body, to be disposed, or why it is refused.</returns>
    public static async Task<Result<BodyBuffer>> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return RequestErrors.EmptyBody();
        }

        if (!IsJson(request))
        {
            return RequestErrors.NotJson();
        }

        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimitMetadata>()?.Bytes ?? DefaultLimit;
        if (request.ContentLength > limit)
        {
            return RequestErrors.TooLarge(limit);
        }

        var services = context.RequestServices;
        var share = services.GetRequiredService<RequestShares>().TryTakeBody(services.GetRequiredService<ICaller>().Scope.TenantId.Value, BodyBuffer.Overhead);
        if (share is null)
        {
            return TurnAway();
        }

        var body = new BodyBuffer(share, limit);
        if (await FillAsync(body, request, share, limit) is not { } refused)
        {
            return body;
        }

        body.Dispose();
        share.Dispose();
        return refused;
    }

    private static async Task<Error?> FillAsync(BodyBuffer body, HttpRequest request, Share share, int limit)
    {
        var aborted = request.HttpContext.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, share.Revoked);
        try
        {
            while (!body.IsWhole)
            {
                if (body.Free.IsEmpty && !body.TryGrow(request.ContentLength))
                {
                    return TurnAway();
                }

                var count = await request.Body.ReadAsync(body.Free, either.Token);
                if (count == 0)
                {
                    return body.Written.IsEmpty ? RequestErrors.EmptyBody() : null;
                }

                body.Advance(count);
            }

            return await request.Body.ReadAsync(new byte[1], either.Token) == 0 ? null : RequestErrors.TooLarge(limit);
        }
        catch (OperationCanceledException) when (share.Revoked.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            return TurnAway();
        }
    }

    private static Error TurnAway()
    {
        FlexPriceTelemetry.RequestsShed.Add(1);
        return RequestErrors.Overloaded();
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding is ["identity"]);
}
