using System.Buffers;
using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FlexPrice.Api.Wire;

/// <summary>Reads the bytes of a JSON body, up to the endpoint's limit.</summary>
internal static class BodyReader
{
    private const int Mebibyte = 1024 * 1024;
    private const int DefaultLimit = 1 * Mebibyte;

    public static async Task<Result<ReadOnlyMemory<byte>>> ReadAsync(HttpContext context)
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

        var bytes = await ReadAsync(request.Body, limit, context.RequestAborted);
        return bytes switch
        {
            null => RequestErrors.TooLarge(limit),
            { Length: 0 } => RequestErrors.EmptyBody(),
            { } read => read,
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (await body.ReadAsync(bytes.GetMemory(), cancellationToken) is var count and > 0)
        {
            bytes.Advance(count);
            if (bytes.WrittenCount > limit)
            {
                return null;
            }
        }

        return bytes.WrittenMemory;
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding is ["identity"]);
}
