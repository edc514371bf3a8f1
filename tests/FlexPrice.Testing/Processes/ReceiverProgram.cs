using System.Net;
using System.Text;
using System.Text.Json;

namespace FlexPrice.Testing.Processes;

/// <summary>The receiving end of webhooks, a process of its own: one line per delivery, on the disk before the delivery is accepted.</summary>
internal static class ReceiverProgram
{
    public static async Task<int> RunAsync(string journalPath)
    {
        await using var journal = new FileStream(journalPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var listener = Listen(out var url);
        Console.WriteLine(url);
        while (true)
        {
            var context = await listener.GetContextAsync();
            var line = await ReadAsync(context.Request);
            await journal.WriteAsync(line);
            journal.Flush(flushToDisk: true);
            context.Response.StatusCode = (int)HttpStatusCode.OK;
            context.Response.Close();
        }
    }

    private static async Task<byte[]> ReadAsync(HttpListenerRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.InputStream);
        var delivery = new Delivery(
            request.Headers["webhook-id"] ?? "",
            body.RootElement.GetProperty("event_type").GetString()!,
            body.RootElement.GetProperty("data").Clone());
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(delivery) + "\n");
    }

    /// <summary>Listens at a free port of the loopback interface.</summary>
    public static HttpListener Listen(out string url)
    {
        for (var attempt = 1; ; attempt++)
        {
            url = $"http://127.0.0.1:{FreePort.Find()}/";
            var listener = new HttpListener();
            listener.Prefixes.Add(url);
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
