using FlexPrice.Application.Integrations.UnlinkIntegration;
using FlexPrice.Application.Invoices.FinalizeInvoice;
using FlexPrice.Application.Invoices.RecordInvoicePayment;
using FlexPrice.Application.Invoices.VoidInvoice;
using FlexPrice.Application.Subscriptions.CancelSubscription;
using FlexPrice.Application.Subscriptions.UpdateSubscription;
using FlexPrice.Application.Wallets.TerminateWallet;
using FlexPrice.Application.Workflows.StopWorkflow;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>A deletion against a change of a dependent: the change came first and is part of the deletion, or nothing is left to change.</summary>
public abstract class DependentRaceTests(RaceCourse course, ITestOutputHelper output)
{
    private const string Delete = "delete";
    private const string Change = "change";

    private ApiClient Client => course.Client;

    [Theory]
    [InlineData("immediate")]
    [InlineData("end_of_period")]
    [Against(typeof(CancelSubscriptionCommand))]
    public Task Delete_WhenSubscriptionIsCancelled_ItIsCancelledOnce(string type) => AgainstAsync(
        "?subscriptions=cancel_now",
        customer => Arrange.SubscriptionAsync(Client, customer),
        subscription => Client.PostAsync($"/v1/subscriptions/{subscription}/cancel", new { cancellation_type = type }),
        (customer, _, _) => course.CheckAnnouncedAsync(customer, "subscription_cancelled"));

    [Fact]
    [Against(typeof(UpdateSubscriptionCommand))]
    public Task Delete_WhenAnotherPayerIsNamed_ThePayerStays()
    {
        var payer = "";
        return AgainstAsync(
            "?subscriptions=cancel_now",
            async customer =>
            {
                payer = await Arrange.CustomerAsync(Client);
                return await Arrange.SubscriptionAsync(Client, customer);
            },
            subscription => Client.PutAsync($"/v1/subscriptions/{subscription}", new { invoicing_customer_id = payer }),
            async (_, _, _) => (await Client.GetAsync($"/v1/customers/{payer}")).Expecting(200));
    }

    [Fact]
    [Against(typeof(FinalizeInvoiceCommand))]
    public Task Delete_WhenDraftIsFinalized_ItIsDiscardedOrRetained() => AgainstAsync(
        "?subscriptions=cancel_now&outstanding_invoices=void",
        async customer => await Arrange.InvoiceAsync(Client, customer, await Arrange.SubscriptionAsync(Client, customer)),
        invoice => Client.PostAsync($"/v1/invoices/{invoice}/finalize", new { }),
        async (_, invoice, deletion) =>
        {
            var isRetained = await CountAsync("invoices WHERE id = @id AND status = 'voided' AND deletion_id = @deletion", invoice, deletion) == 1;
            (await CountAsync("invoices WHERE id = @id", invoice)).ShouldBe(isRetained ? 1 : 0);
            (await CountAsync("sealed_documents WHERE invoice_id = @id", invoice)).ShouldBe(isRetained ? 1 : 0);
        });

    [Fact]
    [Against(typeof(VoidInvoiceCommand))]
    public Task Delete_WhenInvoiceIsVoided_ItIsVoidedOnceAndRetained() => AgainstAsync(
        "?outstanding_invoices=void",
        customer => Arrange.InvoiceAsync(Client, customer),
        invoice => Client.PostAsync($"/v1/invoices/{invoice}/void", new { }),
        async (customer, invoice, deletion) =>
        {
            await course.CheckAnnouncedAsync(customer, "invoice_voided");
            (await CountAsync("invoices WHERE id = @id AND status = 'voided' AND deletion_id = @deletion", invoice, deletion)).ShouldBe(1);
        });

    [Fact]
    [Against(typeof(RecordInvoicePaymentCommand))]
    public Task Delete_WhenInvoiceIsPaid_ThePaymentIsInTheRetainedDocumentOrRefused() => AgainstAsync(
        "?outstanding_invoices=write_off",
        customer => Arrange.InvoiceAsync(Client, customer),
        PayAsync,
        async (customer, invoice, deletion) =>
        {
            (await CountAsync("invoices WHERE id = @id AND deletion_id = @deletion", invoice, deletion)).ShouldBe(1);
            var payments = (await Client.GetAsync($"/v1/invoices/{invoice}")).Expecting(200).Element.GetProperty("payments").GetArrayLength();
            await course.CheckAnnouncedAsync(customer, "invoice_payment_recorded", times: payments);
            await course.CheckAnnouncedAsync(customer, "invoice_written_off", times: 1 - payments);
        });

    [Fact]
    [Against(typeof(RecordInvoicePaymentCommand))]
    public Task Delete_WhenWhatBlocksItIsPaid_GoesThroughOrIsRefused() => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            var invoice = await Arrange.InvoiceAsync(Client, customer);
            return new Contest(() => DeleteAsync(customer, ""), () => PayAsync(invoice), async (deletion, payment) =>
            {
                if (deletion.Code == 204)
                {
                    await course.CheckDeletedAsync(customer);
                    var retained = (await Client.GetAsync($"/v1/invoices/{invoice}")).Expecting(200).Element;
                    retained.GetProperty("payments").GetArrayLength().ShouldBe(1);
                    return Change;
                }

                deletion.Expecting(400).Detail("blockers")!.Value.EnumerateArray().ShouldHaveSingleItem().GetProperty("edge").GetString().ShouldBe("outstanding_invoices");
                payment.Expecting(200);
                (await Client.GetAsync($"/v1/customers/{customer}")).Expecting(200);
                return Delete;
            });
        },
        output,
        Delete,
        Change);

    [Fact]
    [Against(typeof(TerminateWalletCommand))]
    public Task Delete_WhenWalletIsTerminated_ItIsClosedOnce() => AgainstAsync(
        "?wallets=forfeit",
        customer => Arrange.WalletAsync(Client, customer),
        wallet => Client.PostAsync($"/v1/wallets/{wallet}/terminate", new { }),
        (customer, _, _) => course.CheckAnnouncedAsync(customer, "wallet_terminated"));

    [Fact]
    [Against(typeof(StopWorkflowCommand))]
    public Task Delete_WhenWorkflowIsStopped_ItIsStoppedOnce() => AgainstAsync(
        "?workflows=stop",
        customer => Arrange.WorkflowAsync(Client, customer),
        workflow => Client.PostAsync($"/v1/workflows/{workflow}/stop", new { }),
        (customer, _, _) => course.CheckAnnouncedAsync(customer, "workflow_stopped"));

    [Fact]
    [Against(typeof(UnlinkIntegrationCommand))]
    public Task Delete_WhenMappingIsUnlinked_NoRecipientIsMadeOfIt() => AgainstAsync(
        "?integrations=unlink",
        customer => Arrange.MappingAsync(Client, customer),
        mapping => Client.DeleteAsync($"/v1/entity-integration-mappings/{mapping}"),
        async (_, _, deletion) => (await CountAsync("recipients WHERE deletion_id = @deletion", "", deletion)).ShouldBe(0),
        changed: 204);

    private Task AgainstAsync(
        string choices,
        Func<string, Task<string>> prepareAsync,
        Func<string, Task<Answer>> changeAsync,
        Func<string, string, string, Task> checkAsync,
        int changed = 200) => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            var dependent = await prepareAsync(customer);
            return new Contest(() => DeleteAsync(customer, choices), () => changeAsync(dependent), async (deletion, change) =>
            {
                deletion.Expecting(204);
                await course.CheckDeletedAsync(customer);
                await checkAsync(customer, dependent, deletion.DeletionId!);
                if (change.Code == changed)
                {
                    return Change;
                }

                // It may be committed and deleted before its answer is read back.
                change.Expecting(404);
                return Delete;
            });
        },
        output,
        Delete,
        Change);

    private Task<Answer> PayAsync(string invoice) => Client.PutAsync($"/v1/invoices/{invoice}/payment", new { payment_status = "SUCCEEDED" });

    private Task<Answer> DeleteAsync(string customer, string choices) => Client.DeleteAsync($"/v1/customers/{customer}{choices}");

    private Task<long> CountAsync(string rows, string id, string deletion = "") => course.Database.CountAsync($"SELECT count(*) FROM {rows}", ("@id", id), ("@deletion", deletion));

    [Collection(RacesOnSqlite.Name)]
    public sealed class OnSqlite(SqliteRaceCourse course, ITestOutputHelper output) : DependentRaceTests(course, output), IOn<SqliteEngine>;

    [Collection(RacesOnPostgreSql.Name)]
    public sealed class OnPostgreSql(PostgreSqlRaceCourse course, ITestOutputHelper output) : DependentRaceTests(course, output), IOn<PostgreSqlEngine>;

    [Collection(RacesOnSqlServer.Name)]
    public sealed class OnSqlServer(SqlServerRaceCourse course, ITestOutputHelper output) : DependentRaceTests(course, output), IOn<SqlServerEngine>;
}
