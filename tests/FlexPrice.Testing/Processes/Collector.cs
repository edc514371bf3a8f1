using System.Net;

namespace FlexPrice.Testing.Processes;

/// <summary>A collector of telemetry that keeps every byte it is sent in a file.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _receiving;

    private Collector(HttpListener listener, string url, string file)
    {
        _listener = listener;
        Url = url;
        File = file;
        _receiving = ReceiveAsync();
    }

    public string Url { get; }

    public string File { get; }

    public static Collector Start(string file)
    {
        var listener = ReceiverProgram.Listen(out var url);
        return new Collector(listener, url, file);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _receiving;
        ((IDisposable)_listener).Dispose();
    }

    private async Task ReceiveAsync()
    {
        await using var journal = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(journal);
                await journal.FlushAsync();
                context.Response.StatusCode = (int)HttpStatusCode.OK;
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
            {
                return;
            }
        }
    }
}
