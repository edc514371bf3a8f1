namespace FlexPrice.EndToEnd.Tests.Soak;

/// <summary>A caller that creates customers with all dependents and deletes them, one after the other. A broken request is sent again to another replica, with the same key.</summary>
internal sealed class Caller(Fleet servers, Tally tally)
{
    private const int KeptOneOf = 10;
    private const string Choices = "subscriptions=cancel_now&outstanding_invoices=write_off&wallets=forfeit&usage=erase";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Continues until the end; the last created customer is still deleted.</summary>
    public async Task RunAsync(CancellationToken over)
    {
        for (var number = 1; !over.IsCancellationRequested; number++)
        {
            try
            {
                await LiveAsync(isKept: number % KeptOneOf == 0);
            }
            catch (InvalidOperationException refused)
            {
                tally.NoteRefusal(refused.Message);
            }
        }
    }

    private async Task LiveAsync(bool isKept)
    {
        var externalId = Arrange.NewExternalId();
        var customer = (await SendAsync(HttpMethod.Post, "/v1/customers", Arrange.Customer(externalId), 201)).Id;
        await SendAsync(HttpMethod.Post, "/v1/subscriptions", Arrange.Subscription(customer), 201);
        await SendAsync(HttpMethod.Post, "/v1/wallets", Arrange.Wallet(customer), 200);
        await SendAsync(HttpMethod.Post, "/v1/invoices", Arrange.Invoice(customer), 201);
        await SendAsync(HttpMethod.Post, "/v1/events", new { event_id = Guid.NewGuid(), event_name = "api.call", external_customer_id = externalId, properties = new { calls = 3 } }, 202);
        if (isKept)
        {
            tally.NoteKept(customer);
            return;
        }

        await SendAsync(HttpMethod.Delete, $"/v1/customers/{customer}?{Choices}", body: null, 204);
        tally.NoteDeleted(customer);
        await SendAsync(HttpMethod.Get, $"/v1/customers/{customer}", body: null, 404);
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, int expected)
    {
        var key = Guid.NewGuid().ToString();
        var waiting = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (await TrySendAsync(method, path, body, key) is { } answer)
            {
                return answer.Expecting(expected);
            }

            if (waiting.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{method} {path} was not answered for {Patience.TotalSeconds} s.");
            }

            await Task.Delay(Pause);
        }
    }

    // Null when it must be sent again.
    private async Task<Answer?> TrySendAsync(HttpMethod method, string path, object? body, string key)
    {
        try
        {
            var answer = await servers.Client.SendWithKeyAsync(method, path, body, key);
            if (answer.Code != 503)
            {
                return answer;
            }

            tally.NoteUnavailable();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or System.Net.Sockets.SocketException or ObjectDisposedException or OperationCanceledException)
        {
            tally.NoteBroken();
        }

        return null;
    }
}
