using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Application.Subscriptions.UpdateSubscription;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Application.Workflows.StartWorkflow;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>A deletion against everything that may happen to the customer at the same moment.</summary>
public abstract class DeletionRaceTests(RaceCourse course, ITestOutputHelper output)
{
    private const string Delete = "delete";
    private const string Create = "create";

    private ApiClient Client => course.Client;

    [Fact]
    [Against(typeof(DeleteCustomerCommand))]
    public Task Delete_WhenTwoRace_OneDeletesAndTheOtherLearnsOfIt() => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            await Arrange.UsageAsync(Client, (await Client.GetAsync($"/v1/customers/{customer}")).Element.GetProperty("external_id").GetString()!);
            return new Contest(() => DeleteAsync(customer), () => DeleteAsync(customer), async (left, right) =>
            {
                var (winner, loser) = left.Code == 204 ? (left, right) : (right, left);
                winner.Expecting(204);
                loser.Expecting(404).Detail("deletion_id")?.GetString().ShouldBe(winner.DeletionId);
                winner.DeletionId.ShouldNotBeNull();
                await course.CheckDeletedAsync(customer);
                return winner == left ? "left" : "right";
            });
        },
        output,
        "left",
        "right");

    [Fact]
    [Against(typeof(DeleteCustomerCommand))]
    public Task Delete_WhenTwoHaveTheSameKey_BothHearOfTheOneDeletion() => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            var key = $"key-{customer}";
            return new Contest(() => DeleteWithAsync(customer, key), () => DeleteWithAsync(customer, key), async (left, right) =>
            {
                left.Expecting(204).DeletionId.ShouldNotBeNull().ShouldBe(right.Expecting(204).DeletionId);
                await course.CheckDeletedAsync(customer);
                return "both";
            });
        },
        output,
        "both");

    [Theory]
    [InlineData("published", "archived")]
    [InlineData("archived", "published")]
    [Against(typeof(UpdateCustomerCommand))]
    public Task Delete_WhenTheStatusChanges_TheChangeIsLostOrCameFirst(string from, string to) => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            (await Client.PutAsync($"/v1/customers/{customer}", new { status = from })).Expecting(200);
            return new Contest(() => DeleteAsync(customer), () => Client.PutAsync($"/v1/customers/{customer}", new { status = to }), async (deletion, change) =>
            {
                deletion.Expecting(204);
                await course.CheckDeletedAsync(customer);
                if (change.Code == 200)
                {
                    await course.CheckAnnouncedAsync(customer, $"customer_{to}");
                    return "change";
                }

                change.Expecting(404).Detail("deletion_id")?.GetString().ShouldBe(deletion.DeletionId);
                return Delete;
            });
        },
        output,
        Delete,
        "change");

    [Fact]
    [Against(typeof(UpdateSubscriptionCommand))]
    public Task Delete_WhenCustomerBecomesThePayerOfASubscription_OneOfBothIsRefused() => AgainstCreationAsync(
        "subscriptions", "subscriptions", 200, async payer =>
        {
            var subscription = await Arrange.SubscriptionAsync(Client, await Arrange.CustomerAsync(Client));
            return () => Client.PutAsync($"/v1/subscriptions/{subscription}", new { invoicing_customer_id = payer });
        });

    [Fact]
    [Against(typeof(CreateSubscriptionCommand))]
    public Task Delete_WhenSubscriptionIsCreated_OneOfBothIsRefused() => AgainstCreationAsync(
        "subscriptions", "subscriptions", 201, customer => Client.PostAsync("/v1/subscriptions", Arrange.Subscription(customer)));

    [Fact]
    [Against(typeof(CreateSubscriptionCommand))]
    public Task Delete_WhenCustomerBecomesPayer_OneOfBothIsRefused() => AgainstCreationAsync(
        "subscriptions", "subscriptions", 201, async payer =>
        {
            var user = await Arrange.CustomerAsync(Client);
            return () => Client.PostAsync("/v1/subscriptions", Arrange.SubscriptionPaidBy(payer, user));
        });

    [Fact]
    [Against(typeof(CreateWalletCommand))]
    public Task Delete_WhenWalletIsCreated_OneOfBothIsRefused() => AgainstCreationAsync(
        "wallets", "wallets", 200, customer => Client.PostAsync("/v1/wallets", Arrange.Wallet(customer)));

    [Fact]
    [Against(typeof(CreateInvoiceCommand))]
    public Task Delete_WhenInvoiceIsCreated_OneOfBothIsRefused() => AgainstCreationAsync(
        "outstanding_invoices", "invoices", 201, customer => Client.PostAsync("/v1/invoices", Arrange.Invoice(customer)));

    [Fact]
    [Against(typeof(StartWorkflowCommand))]
    public Task Delete_WhenWorkflowIsStarted_OneOfBothIsRefused() => AgainstCreationAsync(
        "workflows", "workflows", 201, customer => Client.PostAsync("/v1/workflows", Arrange.Workflow(customer)), "?workflows=block");

    [Fact]
    [Against(typeof(LinkIntegrationCommand))]
    public Task Delete_WhenMappingIsLinked_TheMappingGoesTooOrIsRefused() => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            return new Contest(
                () => DeleteAsync(customer, "?integrations=unlink"),
                () => Client.PostAsync("/v1/entity-integration-mappings", Arrange.Mapping(customer)),
                async (deletion, linking) =>
                {
                    deletion.Expecting(204);
                    await course.CheckDeletedAsync(customer);
                    var record = (await Client.GetAsync($"/v1/deletions/{deletion.DeletionId}")).Expecting(200).Element;
                    var unlinked = record.GetProperty("edges").EnumerateArray().Single(edge => edge.GetProperty("edge").GetString() == "integrations").GetProperty("count").GetInt64();
                    if (unlinked == 0)
                    {
                        linking.Expecting(404);
                        return Delete;
                    }

                    // It may be committed and deleted before its answer is read back.
                    linking.Code.ShouldBeOneOf(201, 404);
                    return Create;
                });
        },
        output,
        Delete,
        Create);

    [Fact]
    [Against(typeof(CreateCustomerCommand))]
    public Task Delete_WhenChildIsCreated_OneOfBothIsRefused() => AgainstCreationAsync(
        "child_customers", "customers", 201, customer => Client.PostAsync("/v1/customers", Arrange.Customer(Arrange.NewExternalId(), customer)));

    [Fact]
    [Against(typeof(UpdateCustomerCommand))]
    public Task Delete_WhenCustomerBecomesParent_OneOfBothIsRefused() => AgainstCreationAsync(
        "child_customers", "customers", 200, async parent =>
        {
            var child = await Arrange.CustomerAsync(Client);
            return () => Client.PutAsync($"/v1/customers/{child}", new { parent_customer_id = parent });
        });

    [Theory]
    [InlineData("retain")]
    [InlineData("erase")]
    [Against(typeof(IngestEventsCommand))]
    public Task Delete_WhenUsageArrives_TheUsageIsNobodysAfterwards(string action) => course.RunAsync(
        async () =>
        {
            var externalId = Arrange.NewExternalId();
            var customer = await Arrange.CustomerAsync(Client, externalId);
            return new Contest(
                () => DeleteAsync(customer, $"?usage={action}"),
                () => Client.PostAsync("/v1/events", Arrange.Usage(externalId)),
                async (deletion, arrival) =>
                {
                    deletion.Expecting(204);
                    arrival.Expecting(202);
                    await course.CheckDeletedAsync(customer);
                    var found = (await Client.PostAsync("/v1/events/query", new { external_customer_id = externalId })).Expecting(200).Element.GetProperty("events").GetArrayLength();
                    found.ShouldBe(0);
                    // Usage that came first had a subject, which the deletion counts.
                    var usage = (await Client.GetAsync($"/v1/deletions/{deletion.DeletionId}")).Expecting(200).Element.GetProperty("edges").EnumerateArray()
                        .Single(edge => edge.GetProperty("edge").GetString() == "usage");
                    return usage.GetProperty("count").GetInt64() == 1 ? "usage" : Delete;
                });
        },
        output,
        Delete,
        "usage");

    [Fact]
    [Against(typeof(UpdateCustomerCommand))]
    public Task Delete_WhenCustomerIsUpdated_TheUpdateIsLostOrCameFirst() => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            return new Contest(
                () => DeleteAsync(customer),
                () => Client.PutAsync($"/v1/customers/{customer}", new { name = "Countess of Lovelace" }),
                async (deletion, update) =>
                {
                    deletion.Expecting(204);
                    await course.CheckDeletedAsync(customer);
                    var updates = await course.Database.CountAsync(
                        "SELECT count(*) FROM outbox_messages WHERE event_name = 'customer_updated' AND ordering_key = @id",
                        ("@id", customer));
                    if (updates == 1 && update.Code == 200)
                    {
                        return "update";
                    }

                    // An update may be committed and its customer deleted before its answer is read back; the answer is then correct, too.
                    update.Expecting(404).Detail("deletion_id")?.GetString().ShouldBe(deletion.DeletionId);
                    return updates == 1 ? "update" : Delete;
                });
        },
        output,
        Delete,
        "update");

    private Task AgainstCreationAsync(string edge, string table, int created, Func<string, Task<Answer>> createAsync, string choices = "") =>
        AgainstCreationAsync(edge, table, created, customer => Task.FromResult(() => createAsync(customer)), choices);

    private Task AgainstCreationAsync(string edge, string table, int created, Func<string, Task<Func<Task<Answer>>>> prepareAsync, string choices = "") => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            var create = await prepareAsync(customer);
            return new Contest(() => DeleteAsync(customer, choices), create, async (deletion, creation) =>
            {
                if (deletion.Code == 204)
                {
                    creation.Expecting(404);
                    await course.CheckDeletedAsync(customer);
                    return Delete;
                }

                creation.Expecting(created);
                var blocker = deletion.Expecting(400).Detail("blockers")!.Value.EnumerateArray().ShouldHaveSingleItem();
                blocker.GetProperty("edge").GetString().ShouldBe(edge);
                (await Client.GetAsync($"/v1/customers/{customer}")).Expecting(200);
                (await course.Traces.FindAsync([customer])).ShouldContain(found => found.StartsWith(table + ".", StringComparison.Ordinal) && !found.StartsWith("customers.id", StringComparison.Ordinal));
                return Create;
            });
        },
        output,
        Delete,
        Create);

    private Task<Answer> DeleteWithAsync(string customer, string key) => Client.SendWithKeyAsync(HttpMethod.Delete, $"/v1/customers/{customer}", null, key);

    private Task<Answer> DeleteAsync(string customer, string choices = "") => Client.DeleteAsync($"/v1/customers/{customer}{choices}");

    [Collection(RacesOnSqlite.Name)]
    public sealed class OnSqlite(SqliteRaceCourse course, ITestOutputHelper output) : DeletionRaceTests(course, output), IOn<SqliteEngine>;

    [Collection(RacesOnPostgreSql.Name)]
    public sealed class OnPostgreSql(PostgreSqlRaceCourse course, ITestOutputHelper output) : DeletionRaceTests(course, output), IOn<PostgreSqlEngine>;

    [Collection(RacesOnSqlServer.Name)]
    public sealed class OnSqlServer(SqlServerRaceCourse course, ITestOutputHelper output) : DeletionRaceTests(course, output), IOn<SqlServerEngine>;
}
