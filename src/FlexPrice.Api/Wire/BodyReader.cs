using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Abstractions;
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
        var shares = services.GetRequiredService<RequestLeases>();
        if (shares.TryAcquireBody(services.GetRequiredService<ICaller>().Scope.TenantId.Value, BodyBuffer.Overhead) is not { } share)
        {
            return Reject(shares);
        }

        var body = new BodyBuffer(share, limit);
        var isRead = false;
        try
        {
            var refused = await FillAsync(body, request, shares, share, limit);
            isRead = refused is null;
            return isRead ? body : refused!;
        }
        finally
        {
            // Also when the caller leaves in the midst of it.
            if (!isRead)
            {
                body.Dispose();
                share.Dispose();
            }
        }
    }

    private static async Task<Error?> FillAsync(BodyBuffer body, HttpRequest request, RequestLeases shares, QuotaLease share, int limit)
    {
        var aborted = request.HttpContext.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, share.Revoked);
        try
        {
            while (!body.IsWhole)
            {
                if (body.Free.IsEmpty && !body.TryGrow(request.ContentLength))
                {
                    return Reject(shares);
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
            return Reject(shares);
        }
    }

    private static Error Reject(RequestLeases shares)
    {
        shares.Reject();
        return RequestErrors.Overloaded();
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding is ["identity"]);
}
