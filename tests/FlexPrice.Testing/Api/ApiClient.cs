using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace FlexPrice.Testing.Api;

/// <summary>Sends requests as a tenant's program would.</summary>
internal sealed class ApiClient(HttpClient http, string? key) : IDisposable
{
    /// <summary>A client of a server of its own process.</summary>
    public static ApiClient At(Uri url, string key) => new(new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url, Timeout = Poll.Deadline }, key);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body), headers);

    public Task<Answer> PutAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body), headers);

    /// <summary>Sends the request; sent again with the same key, it is answered the same.</summary>
    public Task<Answer> SendWithKeyAsync(HttpMethod method, string path, object? body, string idempotencyKey) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body), ("Idempotency-Key", idempotencyKey));

    public Task<Answer> SendTextAsync(HttpMethod method, string path, string body, string contentType = "application/json") =>
        SendBytesAsync(method, path, Encoding.UTF8.GetBytes(body), contentType);

    public Task<Answer> SendBytesAsync(HttpMethod method, string path, byte[] body, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(method, path, content);
    }

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

    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await http.GetAsync("/health/ready");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        }

        using var response = await http.SendAsync(request);
        var all = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer($"{method} {path}", response.StatusCode, await response.Content.ReadAsStringAsync(), all);
    }

    public void Dispose() => http.Dispose();
}
