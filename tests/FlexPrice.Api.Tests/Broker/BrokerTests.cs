using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using System.Net;
using System.Text.Json.Nodes;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Broker;

/// <summary>What the company's other services get, through a real broker.</summary>
[Collection(BrokerCollection.Name)]
public sealed class BrokerTests(BrokerFixture fixture) : IOn<SqliteEngine>
{
    private const string Unrouted = "flexprice.unrouted";

    private BrokerProcess Broker => fixture.Process;

    [BrokerFact]
    public async Task Deletion_WhenABrokerIsConfigured_ReachesConsumersAsCloudEventsInOrder()
    {
        await using var host = NewHost();
        var world = await host.ReadyAsync();
        await using var consumer = await Consumer.BindAsync(Broker);
        var externalId = Ids.ExternalId("unmistakable");
        var customer = await world.CustomerAsync(externalId: externalId);
        var subscription = await world.SubscriptionAsync(customer);
        var deleted = (await world.Api.DeleteAsync($"/v1/customers/{customer}?subscriptions=cancel_now")).ShouldBe(HttpStatusCode.NoContent);

        var messages = await consumer.TakeAsync(4, "the four events of the customer");

        messages.Select(message => message.Type).ShouldBe(["customer.created", "subscription.created", "subscription.cancelled", "customer.deleted"]);
        messages.ShouldAllBe(message => message.Subject == customer && message.RoutingKey == message.Type && message.IsPersistent && message.MessageId == message.Id);
        messages.ShouldAllBe(message => message.ContentType!.StartsWith("application/cloudevents+json", StringComparison.Ordinal));
        messages.Select(message => message.Id).ShouldBeUnique();
        messages[2].Body["data"]!.ToJsonString().ShouldBe($$$"""{"subscription":{"id":"{{{subscription}}}","customer_id":"{{{customer}}}"}}""");
        var last = messages[3].Body;
        last.Select(attribute => attribute.Key).ShouldBe(["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"], ignoreOrder: true);
        Text(last, "specversion").ShouldBe("1.0");
        Text(last, "id").ShouldStartWith("msg_");
        Text(last, "source").ShouldBe($"/tenants/{world.Tenant}/environments/{world.Environment}");
        Text(last, "datacontenttype").ShouldBe("application/json");
        DateTimeOffset.Parse(Text(last, "time"), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(host.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        last["data"]!.ToJsonString().ShouldBe($$$"""{"customer":{"id":"{{{customer}}}"},"deletion_id":"{{{deleted.Headers["FlexPrice-Deletion-Id"]}}}","parent_deletion_id":null}""");
        messages.ShouldAllBe(message => !message.Body.ToJsonString().Contains(externalId, StringComparison.Ordinal) && !message.Body.ToJsonString().Contains("Ada", StringComparison.Ordinal));
        await host.NothingWaitsForBrokerAsync();
    }

    [BrokerFact]
    public async Task Message_WhenNoQueueIsBoundForIt_LiesInTheQueueOfTheUnrouted()
    {
        using var unrouted = new Measured<long>(FlexPriceTelemetry.BrokerUnrouted);
        await using var host = NewHost();
        var world = await host.ReadyAsync();
        await Consumer.DrainAsync(Broker, Unrouted);
        await using var consumer = await Consumer.BindAsync(Broker, "customer.deleted");
        var measurements = unrouted.Lines.Count;

        var customer = await world.CustomerAsync();
        (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent);

        (await consumer.TakeAsync(1, "the deletion")).ShouldHaveSingleItem().Subject.ShouldBe(customer);
        await Poll.UntilAsync(() => Task.FromResult(unrouted.Lines), lines => lines.Skip(measurements).Contains("1", StringComparer.Ordinal), "a measurement with the creation in it");
        (await Consumer.DrainAsync(Broker, Unrouted)).ShouldHaveSingleItem().ToString().ShouldBe($"customer.created of {customer}");
    }

    [BrokerFact]
    public async Task Message_WhenTheBrokerRejectsIt_StaysAndHoldsUpItsSuccessorsUntilItIsTaken()
    {
        using var refused = new Measured<long>(FlexPriceTelemetry.BrokerRefused);
        await using var host = NewHost();
        var world = await host.ReadyAsync();
        await using var consumer = await Consumer.BindAsync(Broker, "customer.*");
        string customer;
        await using (await Consumer.BindAsync(Broker, "customer.created", new() { ["x-max-length"] = 0, ["x-overflow"] = "reject-publish" }))
        {
            customer = await world.CustomerAsync();
            (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent);
            await host.FailsForBrokerAsync("BrokerRefusedException");
            host.WaitingForBroker().ShouldBe(["publish_message_when_customer_created", "publish_message_when_customer_deleted"]);
        }

        await host.NothingWaitsForBrokerAsync();
        refused.Lines.Distinct().ShouldBe(["1 rejected"]);

        // The broker put the rejected ones into the other queue, which is what "at least once" means.
        var messages = await consumer.DrainAsync();
        messages.DistinctBy(message => message.Id).Select(message => message.ToString()).ShouldBe([$"customer.created of {customer}", $"customer.deleted of {customer}"]);
        messages.Count(message => message.Type == "customer.deleted").ShouldBe(1);
    }

    [BrokerFact]
    public async Task Message_WhenTheBrokerHasNoPlaceForIt_ComesBackAndStays()
    {
        using var refused = new Measured<long>(FlexPriceTelemetry.BrokerRefused);
        await using var host = NewHost();
        var world = await host.ReadyAsync();
        await Consumer.DrainAsync(Broker, Unrouted);
        var attempts = 0;
        do
        {
            // A removed queue is declared again every few seconds; it must be missing at the moment of the attempt.
            attempts.ShouldBeLessThan(10);
            attempts++;
            await Consumer.UnbindAsync(Broker, Unrouted);
            await world.CustomerAsync();
            await Poll.UntilAsync(() => Task.FromResult(host.Database.Count("outbox_messages", "lane = 'broker' AND attempts = 0")), untried => untried == 0, "an attempt");
        }
        while (host.Database.Count("outbox_messages", "last_error = 'BrokerRefusedException'") == 0);

        await host.NothingWaitsForBrokerAsync();

        refused.Lines.Distinct().ShouldBe(["1 returned"]);
        (await Consumer.DrainAsync(Broker, Unrouted)).Count.ShouldBe(attempts);
    }

    [BrokerFact]
    public async Task Message_WhenTheProcessDiesBeforeItNotesTheConfirmation_ComesAgainUnderItsIdAndNothingElseDoes()
    {
        var forgetful = new ForgetfulFailpoints();
        await using var host = NewHost(services => services.AddSingleton<IFailpoints>(forgetful), ("Outbox:LeaseSeconds", "1"));
        var world = await host.ReadyAsync();
        await using var consumer = await Consumer.BindAsync(Broker);
        forgetful.Forgets = true;
        var customer = await world.CustomerAsync();
        (await world.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent);
        var messages = new List<Message>(await consumer.TakeAsync(2, "the same message twice"));
        forgetful.Forgets = false;

        await host.NothingWaitsForBrokerAsync();

        messages.AddRange(await consumer.DrainAsync());
        messages.Count.ShouldBeGreaterThan(2);
        messages.Select(message => message.Id).Distinct().Count().ShouldBe(2);
        messages.DistinctBy(message => message.Id).Select(message => message.Type).ShouldBe(["customer.created", "customer.deleted"]);
        messages.Select(message => message.Type).ShouldBeInOrder();
        host.Database.Count("deletions").ShouldBe(1);
        host.Database.Count("audit_entries", "action = 'customer.deleted'").ShouldBe(1);
    }

    [BrokerFact]
    public async Task Log_WhenThereIsABrokerOrNone_NeverHasThePassword()
    {
        var log = new FakeLoggerProvider();
        using (var connected = new Measured<int>(FlexPriceTelemetry.BrokerConnected))
        await using (var host = NewHost(log.Replace, ("Logging:LogLevel:Default", "Trace")))
        {
            await host.ReadyAsync();
            await MeasuresOnlyAsync(connected, "1");
        }

        using (var connected = new Measured<int>(FlexPriceTelemetry.BrokerConnected))
        await using (var host = NewHost(
            log.Replace,
            ("Logging:LogLevel:Default", "Trace"),
            ("RabbitMq:Uri", Broker.Uri.OriginalString.Replace("flexprice:", "somebody:", StringComparison.Ordinal))))
        {
            await World.Of(host).CustomerAsync();
            await Poll.UntilAsync(() => Task.FromResult(log.Text), text => text.Contains("cannot be used", StringComparison.Ordinal), "the failure");
            await MeasuresOnlyAsync(connected, "0");
        }

        log.Text.ShouldContain("The broker takes messages");
        log.Text.ShouldContain("The broker cannot be used, its messages wait in the outbox: AuthenticationFailureException");
        log.Text.ShouldNotContain(Broker.Password);
        log.Text.ShouldNotContain("amqp://");
    }

    private ApiHost NewHost(Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings) =>
        new(Engine.Of(this), "all", services, clock: null, [("RabbitMq:Uri", Broker.Uri.OriginalString), .. settings]);

    private static async Task MeasuresOnlyAsync(Measured<int> instrument, string line)
    {
        await Poll.UntilAsync(() => Task.FromResult(instrument.Lines), lines => lines.Count > 0, "a measurement");
        instrument.Lines.Distinct().ShouldBe([line]);
    }

    private static string Text(JsonObject message, string attribute) => message[attribute]!.GetValue<string>();
}
