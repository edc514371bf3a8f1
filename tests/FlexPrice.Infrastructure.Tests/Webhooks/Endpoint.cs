using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FlexPrice.Infrastructure.Tests.Webhooks;

/// <summary>A host that receives webhooks and answers as configured.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly Task _serving;

    private Endpoint()
    {
        _listener = Listen(out var url);
        Url = url;
        _serving = ServeAsync();
    }

    public static Endpoint Start() => new();

    public string Url { get; }

    /// <summary>The method and the message of every request that came.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    public Action<HttpListenerResponse> Answer { get; set; } = response => response.StatusCode = 200;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _heard.Enqueue($"{context.Request.HttpMethod} {context.Request.Headers["webhook-id"]}");
                Answer(context.Response);
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static HttpListener Listen(out string url)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { url } };
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // The port was taken meanwhile.
            }
        }
    }
}
