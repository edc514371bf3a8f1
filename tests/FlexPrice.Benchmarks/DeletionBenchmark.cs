using System.Diagnostics;
using System.Globalization;

namespace FlexPrice.Benchmarks;

/// <summary>Deletes typical customers one after the other: three cancelled subscriptions and an active one, a wallet with credits, usage.</summary>
internal static class DeletionBenchmark
{
    private const int EventsPerRequest = 1000;
    private static int _customers;

    public static async Task<Measurement> RunAsync(Server server, int rounds, int usageEvents)
    {
        var durations = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var customer = await CreateAsync(server, usageEvents);
            var started = Stopwatch.GetTimestamp();
            using var response = await server.Http.DeleteAsync(new Uri($"/v1/customers/{customer}?subscriptions=cancel_now&wallets=forfeit", UriKind.Relative));
            durations.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if ((int)response.StatusCode != 204)
            {
                throw new InvalidOperationException($"A deletion answered {(int)response.StatusCode}.");
            }
        }

        return new Measurement(durations.Skip(rounds / 10));
    }

    private static async Task<string> CreateAsync(Server server, int usageEvents)
    {
        var externalId = string.Create(CultureInfo.InvariantCulture, $"bench-{_customers++}");
        var customer = await server.PostAsync("/v1/customers", new { external_id = externalId, name = "Benchmark" });
        for (var i = 0; i < 4; i++)
        {
            var body = new { customer_id = customer, plan_id = "plan", currency = "eur", billing_period = "MONTHLY", line_items = new[] { new { price_id = "price", display_name = "Calls", quantity = "1" } } };
            var subscription = await server.PostAsync("/v1/subscriptions", body);
            if (i > 0)
            {
                await server.PostAsync($"/v1/subscriptions/{subscription}/cancel", new { cancellation_type = "immediate" });
            }
        }

        await server.PostAsync("/v1/wallets", new { customer_id = customer, currency = "eur", initial_credits_to_load = "10" });
        for (var sent = 0; sent < usageEvents; sent += EventsPerRequest)
        {
            var events = Enumerable.Range(0, Math.Min(EventsPerRequest, usageEvents - sent)).Select(_ => new { event_name = "call", external_customer_id = externalId });
            await server.PostAsync("/v1/events/bulk", new { events });
        }

        return customer;
    }
}
