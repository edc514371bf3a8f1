using System.Net;
using FlexPrice.Benchmarks.Load;

namespace FlexPrice.Benchmarks.Contestants;

/// <summary>Something that answers <c>DELETE /v1/customers/{id}</c>, every time under an <c>Idempotency-Key</c> of its own.</summary>
internal sealed class HttpContestant(string name, ServerProcess server, Population population) : IContestant
{
    public string Name => name;

    public ServerProcess Server => server;

    public Task<Measurement> DeleteAsync(int customers, int clients) => ClosedLoop.RunAsync(customers, clients, (_, number) => SendAsync(number));

    /// <summary>Deletes one customer.</summary>
    public Task<Measurement> DeleteAsync(int number) => ClosedLoop.RunAsync(1, 1, (_, _) => SendAsync(number));

    private async Task SendAsync(int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/v1/customers/{population.Customer(number)}?subscriptions=cancel_now&wallets=forfeit");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await server.Http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.NoContent)
        {
            throw new InvalidOperationException($"{name} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
