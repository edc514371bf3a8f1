using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>A caller of the API, over real HTTP.</summary>
internal sealed class Client(Uri url, string apiKey) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url, Timeout = Poll.Deadline };

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync("/health/ready");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public Task<Answer> GetAsync(string path, params ReadOnlySpan<(string Name, string Value)> headers) => SendAsync(HttpMethod.Get, path, body: null, headers.ToArray());

    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    /// <summary>Sends the request; whoever sends it again with the same key gets the same answer.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string path, object? body, string idempotencyKey) => SendAsync(method, path, body, [("Idempotency-Key", idempotencyKey)]);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, body: null);

    /// <summary>Null when the connection broke, because the server died.</summary>
    public async Task<Answer?> TryDeleteAsync(string path)
    {
        try
        {
            return await DeleteAsync(path);
        }
        catch (Exception cut) when (cut is HttpRequestException or SocketException)
        {
            // A connection that is cut while it is made comes as it is.
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-api-key", apiKey);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await _http.SendAsync(request);
        var deletionId = response.Headers.TryGetValues("FlexPrice-Deletion-Id", out var values) ? values.Single() : null;
        return new Answer($"{method} {path}", (int)response.StatusCode, await response.Content.ReadAsStringAsync(), deletionId);
    }
}
