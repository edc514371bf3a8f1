using System.Net;

namespace FlexPrice.Api.Tests.Broker;

/// <summary>The broker is stopped, restarted, or was never there.</summary>
[Collection(BrokerOutageCollection.Name)]
public abstract class BrokerOutageTests(BrokerFixture fixture)
{
    private const int Customers = 20;

    private BrokerProcess Broker => fixture.Process;

    [BrokerFact]
    public async Task Deletion_WhenTheBrokerIsDown_IsNotHinderedAndItsMessagesArriveWhenItIsBack()
    {
        await using var before = NewHost();
        var world = await before.ReadyAsync();
        await using var consumer = await Consumer.BindAsync(Broker);
        var early = await world.CustomerAsync();
        await before.NothingWaitsForBrokerAsync();
        await Broker.KillAsync();

        // One process has lost its broker, the other one starts without.
        await using var after = NewHost();
        var worlds = new[] { world, World.Of(after) };
        var told = new List<string>();
        var deletions = new List<(World World, string Id)>();
        for (var index = 0; index < Customers; index++)
        {
            var at = worlds[index % 2];
            var customer = await at.CustomerAsync();
            deletions.Add((at, (await at.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent).Headers["FlexPrice-Deletion-Id"]));
            told.AddRange([$"customer.created of {customer}", $"customer.deleted of {customer}"]);
        }

        foreach (var (at, deletion) in deletions)
        {
            (await at.CompletedAsync(deletion)).Body["state"]!.GetValue<string>().ShouldBe("completed");
        }

        foreach (var at in worlds)
        {
            await at.BecomesAsync("Degraded");
            at.Host.WaitingForBroker().Count.ShouldBe(Customers);

            // As if the first one of every customer had been tried for an hour: the next attempt would be another hour away.
            at.Database.Execute(
                "UPDATE outbox_messages SET attempts = 12, due_at = @due, last_error = 'BrokerUnavailableException' WHERE reaction = 'publish_message_when_customer_created'",
                ("@due", at.Host.Clock.GetUtcNow().AddHours(1)));
        }

        var ids = worlds.SelectMany(at => at.Database.Rows("SELECT message_id FROM outbox_messages WHERE lane = 'broker'").Select(row => (string)row["message_id"]!)).ToList();
        await Broker.StartAsync();

        foreach (var at in worlds)
        {
            await at.Host.NothingWaitsForBrokerAsync();
            await at.BecomesAsync("Healthy");
            at.Database.Count("deletions").ShouldBe(Customers / 2);
            at.Database.Count("audit_entries", "action = 'customer.deleted'").ShouldBe(Customers / 2);
            at.Database.Count("outbox_messages").ShouldBe(0);
        }

        // What was confirmed before the kill is still there, too.
        var messages = await consumer.DrainAsync();
        messages[0].ToString().ShouldBe($"customer.created of {early}");
        var once = messages.Skip(1).DistinctBy(message => message.Id).ToList();
        once.Select(message => message.Id).ShouldBe(ids, ignoreOrder: true);
        once.Select(message => message.ToString()).ShouldBe(told, ignoreOrder: true);
        once.GroupBy(message => message.Subject).ShouldAllBe(customer => customer.First().Type == "customer.created");
    }

    [BrokerFact]
    public async Task Message_WhenTheBrokerIsShortOfMemory_WaitsUntilItIsTaken()
    {
        await using var host = NewHost();
        var world = await host.ReadyAsync();
        await using var consumer = await Consumer.BindAsync(Broker);
        await Broker.ControlAsync("set_vm_memory_high_watermark", "absolute", "1");

        // The first is on its way when the broker stops reading; the second one is known not to get through.
        await world.CustomerAsync();
        await world.BecomesAsync("Degraded");
        await world.CustomerAsync();
        host.WaitingForBroker().Count.ShouldBe(2);
        await Broker.ControlAsync("set_vm_memory_high_watermark", "0.4");

        await host.NothingWaitsForBrokerAsync();
        await world.BecomesAsync("Healthy");
        (await consumer.DrainAsync()).DistinctBy(message => message.Id).Select(message => message.Type).ShouldBe(["customer.created", "customer.created"]);
    }

    [Fact]
    public async Task Event_WhenNoBrokerIsConfigured_WritesNothingForIt()
    {
        await using var host = new ApiHost(Engine.Of(this));

        await World.Of(host).CustomerAsync();

        host.Database.Rows("SELECT reaction FROM outbox_messages").ShouldHaveSingleItem()["reaction"].ShouldBe("send_webhook_when_customer_created");
    }

    [Fact]
    public async Task Message_WhenTheProcessLacksTheBrokerThatIsInUse_WaitsUntriedAndReadinessSaysWhy()
    {
        await using var host = new ApiHost(Engine.Of(this), "all");
        var world = World.Of(host);
        host.Database.Execute("INSERT INTO channels (name, recorded_at) VALUES ('broker', @now)", ("@now", host.Clock.GetUtcNow()));

        var customer = await world.CustomerAsync();
        (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent);

        // Everything else is done meanwhile.
        await Poll.UntilAsync(() => Task.FromResult(host.Database.Count("outbox_messages", "lane <> 'broker'")), others => others == 0, "nothing but messages for the broker");
        host.WaitingForBroker().ShouldBe(["publish_message_when_customer_created", "publish_message_when_customer_deleted"]);
        host.Database.Count("outbox_messages", "attempts > 0 OR lease_token IS NOT NULL").ShouldBe(0);
        (await world.Api.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(
            "Degraded\nEvents wait for broker: no process that reacts has RabbitMq__Uri. Set it, or set it to none to drop what waits.");
    }

    private ApiHost NewHost() => new(Engine.Of(this), "all", settings: ("RabbitMq:Uri", Broker.Uri.OriginalString));

    public sealed class OnSqlite(BrokerFixture fixture) : BrokerOutageTests(fixture), IOn<SqliteEngine>;

    public sealed class OnPostgreSql(BrokerFixture fixture) : BrokerOutageTests(fixture), IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer(BrokerFixture fixture) : BrokerOutageTests(fixture), IOn<SqlServerEngine>;
}
