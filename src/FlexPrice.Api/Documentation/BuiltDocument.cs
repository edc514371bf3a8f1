using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace FlexPrice.Api.Documentation;

/// <summary>The OpenAPI document, built at the first request and cached. A failed build is repeated at the next request.</summary>
internal sealed class BuiltDocument(IOpenApiDocumentProvider documents)
{
    private readonly Lock _lock = new();
    private Task<(byte[] Bytes, EntityTagHeaderValue Tag)>? _built;

    /// <summary>The document, or 304 if the caller has it.</summary>
    public async Task<IResult> AnswerAsync()
    {
        var (bytes, tag) = await BuiltAsync();
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: tag);
    }

    private Task<(byte[] Bytes, EntityTagHeaderValue Tag)> BuiltAsync()
    {
        lock (_lock)
        {
            return _built is null or { IsCompleted: true, IsCompletedSuccessfully: false } ? _built = Task.Run(() => BuildAsync(documents)) : _built;
        }
    }

    private static async Task<(byte[] Bytes, EntityTagHeaderValue Tag)> BuildAsync(IOpenApiDocumentProvider documents)
    {
        // The first caller may leave before it is built.
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        var bytes = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None));
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }
}
