using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Tests.Broker;

/// <summary>Content of messages, spans and logs when a customer is deleted and a broker is in use.</summary>
[Collection(BrokerCollection.Name)]
public sealed class BrokerTelemetryTests(BrokerFixture fixture)
{
    [BrokerFact]
    public async Task Deletion_WhenABrokerHearsOfIt_LeavesNoPersonalValueAnywhere()
    {
        foreach (var engine in Engine.All.Where(engine => !engine.IsLeftOut(System.Environment.GetEnvironmentVariable)))
        {
            await DeleteAsync(engine);
        }
    }

    private async Task DeleteAsync(Engine engine)
    {
        var log = new FakeLoggerProvider();
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FlexPriceTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.Enqueue($"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(happened => happened.Tags))} {span.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = new ApiHost(engine, "all", log.Replace, clock: null, ("RabbitMq:Uri", fixture.Process.Uri.OriginalString), ("Logging:LogLevel:Default", "Information"));
        var world = await host.ReadyAsync();
        await using var consumer = await Consumer.BindAsync(fixture.Process);
        var person = Ids.ExternalId("unmistakable");

        var created = await world.Api.PostAsync("/v1/customers", new { external_id = person, name = person, email = $"{person}@example.com", metadata = new Dictionary<string, string> { [person] = person } });
        var customer = created.ShouldBe(HttpStatusCode.Created).Id;
        await world.WorkflowAsync(customer);
        await world.UsageAsync(person);
        await world.MappingAsync(customer, providerEntityId: $"cus_{person}");
        (await world.Api.PutAsync($"/v1/customers/{customer}", new { name = $"{person} the second" })).ShouldBe(HttpStatusCode.OK);
        (await world.Api.GetAsync($"/v1/customers/external/{person}x?{person}={person}")).ShouldBe(HttpStatusCode.NotFound);
        var deleted = (await world.Api.DeleteAsync($"/v1/customers/{customer}?integrations=unlink")).ShouldBe(HttpStatusCode.NoContent);
        var messages = await consumer.TakeAsync(5, "the events of the customer");
        await host.NothingWaitsForBrokerAsync();
        await world.CompletedAsync(deleted.Headers["FlexPrice-Deletion-Id"]);

        messages.Select(message => message.Type).ShouldBe(["customer.created", "workflow.started", "customer.updated", "workflow.stopped", "customer.deleted"]);
        messages.ShouldAllBe(message => !message.Body.ToJsonString().Contains(person, StringComparison.Ordinal));
        spans.ShouldContain(span => span.StartsWith("DeleteCustomerCommand", StringComparison.Ordinal));
        spans.ShouldAllBe(span => !span.Contains(person, StringComparison.Ordinal));
        log.Text.ShouldContain("DELETE /v1/customers/{id}");
        log.Text.ShouldNotContain(person);
    }
}
