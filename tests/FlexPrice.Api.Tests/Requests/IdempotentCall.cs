using System.Net.Http.Json;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>A request that can be sent again.</summary>
internal sealed record IdempotentCall(HttpMethod Method, string Path, object? Body)
{
    public Task<Answer> SendAsync(ApiClient api, string key) => api.SendAsync(Method, Path, Body is null ? null : JsonContent.Create(Body), ("Idempotency-Key", key));
}
