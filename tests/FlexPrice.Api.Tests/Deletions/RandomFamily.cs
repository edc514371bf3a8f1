namespace FlexPrice.Api.Tests.Deletions;

/// <summary>Random families of customers with random dependents.</summary>
internal sealed class RandomFamily(World world, Random random)
{
    private static readonly string[] Statuses = ["active", "paused", "incomplete", "trialing", "draft", "cancelled", "cancelled", "cancelled"];

    private static readonly string[] InvoiceStates = ["draft", "draft", "unpaid", "partly_paid", "paid", "paid", "voided", "never_issued"];

    public List<string> Members { get; } = [];

    public List<string> Outsiders { get; } = [];

    private string Anybody => Pick([.. Members, .. Outsiders]);

    public async Task<string> BuildAsync()
    {
        Members.Add(await world.CustomerAsync());
        for (var i = random.Next(6); i > 0; i--)
        {
            Members.Add(await world.CustomerAsync(Pick(Members)));
        }

        for (var i = 1 + random.Next(2); i > 0; i--)
        {
            Outsiders.Add(await world.CustomerAsync());
        }

        await AddSubscriptionsAsync();
        foreach (var member in Members)
        {
            await AddWalletsAsync(member);
            await AddUsageAsync(member);
            await AddInvoicesAsync(member);
            await AddWorkAsync(member);
        }

        if (Happens(0.15))
        {
            world.Hold(Pick(Members));
        }

        if (Happens(0.3))
        {
            world.Hold(Anybody, released: true);
        }

        foreach (var member in Members.Where(_ => Happens(0.15)).ToList())
        {
            await world.ArchiveAsync(member);
            if (Happens(0.5))
            {
                await world.UsageAsync(world.ExternalIdOf(member));
            }
        }

        // Mostly the root, sometimes a customer in the middle.
        return Happens(0.7) ? Members[0] : Pick(Members);
    }

    public bool Happens(double probability) => random.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private async Task AddSubscriptionsAsync()
    {
        var subscriptions = new List<string>();
        for (var i = random.Next(8); i > 0; i--)
        {
            var payer = Happens(0.4) ? Anybody : null;
            var parent = subscriptions.Count > 0 && Happens(0.4) ? Pick(subscriptions) : null;
            subscriptions.Add(await world.SubscriptionAsync(Anybody, Pick(Statuses), payer, parent, random.Next(3)));
        }
    }

    private async Task AddWalletsAsync(string member)
    {
        foreach (var currency in new[] { "usd", "eur" }.Where(_ => Happens(0.3)))
        {
            await world.WalletAsync(member, Pick(["active", "frozen", "closed", "closed"]), Pick(["0", "3", "0.5"]), currency);
        }
    }

    private async Task AddInvoicesAsync(string member)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            // Where nothing is due there is no part to be paid.
            var state = Pick(InvoiceStates);
            await world.InvoiceAsync(member, state, state == "partly_paid" ? "3" : Pick(["0", "3", "0.5"]), random.Next(3), currency: Pick(["usd", "eur"]));
        }
    }

    private async Task AddWorkAsync(string member)
    {
        for (var i = random.Next(3); i > 0; i--)
        {
            await world.WorkflowAsync(member, Pick(["running", "completed", "failed", "stopped"]));
        }

        foreach (var provider in new[] { "stripe", "paypal" }.Where(_ => Happens(0.3)))
        {
            await world.MappingAsync(member, provider);
        }
    }

    private async Task AddUsageAsync(string member)
    {
        if (Happens(0.4))
        {
            await world.UsageAsync(world.ExternalIdOf(member), 1 + random.Next(3));
        }

        if (Happens(0.1))
        {
            await world.Api.PutAsync($"/v1/customers/{member}", new { external_id = Ids.ExternalId("next") });
        }
    }
}
