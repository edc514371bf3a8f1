using System.Text;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Invoices.GetInvoice;
using FlexPrice.Application.Retention.DecideRetentionPolicy;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Retention;

/// <summary>Two invoices of a deleted customer whose retention ends at different times.</summary>
public abstract class DestroyDueDocumentsJobTests : IAsyncLifetime
{
    private static readonly string[] Clear = ["Ada Lovelace", "ada@example.com", "Analytical Engine", "Engine hours", "My Lady"];

    private static readonly DateTimeOffset FirstEnd = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SecondEnd = new(2037, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Documents_WhenTheirRetentionEndsOneAfterTheOther_GoOneAfterTheOther()
    {
        var (first, second) = await RetainTwoAsync();
        ShouldShowCiphertextOnly();
        var key = KeyOf(first);
        _store.Database.Holds(key).ShouldBeTrue();

        await RunAtAsync(FirstEnd.AddTicks(-1));
        (await DescriptionAsync(first)).ShouldBe("Analytical Engine");

        await RunAtAsync(FirstEnd);
        (await DescriptionAsync(first)).ShouldBe("");
        (await DescriptionAsync(second)).ShouldBe("Analytical Engine");
        _store.ReadOne("SELECT invoice_id FROM sealed_documents").ShouldBe(second);
        ShouldShowCiphertextOnly();
        _store.Read("SELECT subject_id FROM audit_entries WHERE action = 'document.key_destroyed'").ShouldBe([first]);
        _store.Read("SELECT reaction FROM outbox_messages WHERE event_name = 'due_documents_destroyed'").ShouldBe(["scrub_storage_when_due_documents_destroyed"]);
        await _store.Services.GetRequiredService<IStorageScrubber>().ScrubAsync(CancellationToken.None);
        _store.Database.Holds(key).ShouldBeFalse("The key is nowhere in the files");

        await RunAtAsync(SecondEnd);
        (await DescriptionAsync(second)).ShouldBe("");
        _store.Read("SELECT invoice_number, total FROM invoices ORDER BY invoice_number").ShouldBe(["INV-000001|10.0", "INV-000002|10.0"], "What the books need stays");
    }

    [Fact]
    public async Task Documents_WhenTheCustomerIsStillThere_StayHoweverOldTheyAre()
    {
        await BillAsync(await CustomerAsync());

        await RunAtAsync(SecondEnd.AddYears(50));

        _store.Read("SELECT invoice_id FROM sealed_documents").Count.ShouldBe(1);
    }

    private async Task<(string First, string Second)> RetainTwoAsync()
    {
        var customer = await CustomerAsync();
        await _store.SendAsync(new DecideRetentionPolicyCommand(6));
        var first = await BillAsync(customer);
        await _store.SendAsync(new DecideRetentionPolicyCommand(10));
        var second = await BillAsync(customer);
        _store.Database.Dump().Everything.ShouldContain("Analytical Engine", Case.Sensitive, "What is not retained yet is in clear; without this, finding nothing later would prove nothing");
        await _store.SendAsync(new DeleteCustomerCommand(customer, new Dictionary<string, string> { ["outstanding_invoices"] = "write_off" }, null));
        _store.Read("SELECT retained_until FROM invoices ORDER BY invoice_number").Select(long.Parse).ShouldBe([FirstEnd.UtcTicks, SecondEnd.UtcTicks]);
        return (first, second);
    }

    private async Task<string> CustomerAsync() =>
        (await _store.SendAsync(new CreateCustomerCommand("ada", new CustomerFields { Name = "Ada Lovelace", Email = "ada@example.com" }))).Id.Value;

    private async Task<string> BillAsync(string customer) => (await _store.SendAsync(new CreateInvoiceCommand
    {
        Customer = new CustomerReference(customer),
        Currency = "eur",
        AmountDue = 10,
        Total = 10,
        Subtotal = 10,
        Description = "Analytical Engine",
        Metadata = new Dictionary<string, string> { ["salutation"] = "My Lady" },
        LineItems = [new InvoiceLineToCreate { Amount = 10, DisplayName = "Engine hours" }],
    })).Id.Value;

    private async Task RunAtAsync(DateTimeOffset time)
    {
        _store.Clock.SetUtcNow(time);
        await new DestroyDueDocumentsJob(_store.Sweep).Execute(null!);
    }

    private async Task<string> DescriptionAsync(string invoice) => (await _store.SendAsync(new GetInvoiceQuery(invoice))).Value.Document.Description;

    // The head of a protected key is the same for all of them.
    private byte[] KeyOf(string invoice) => Convert.FromHexString(_store.ReadOne($"SELECT wrapped_key FROM sealed_documents WHERE invoice_id = '{invoice}'"))[^24..];

    private void ShouldShowCiphertextOnly()
    {
        var dump = _store.Database.Dump().Everything;
        foreach (var clear in Clear)
        {
            dump.ShouldNotContain(clear, Case.Insensitive);
            dump.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(clear)), Case.Insensitive);
        }
    }

    public sealed class OnSqlite : DestroyDueDocumentsJobTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : DestroyDueDocumentsJobTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : DestroyDueDocumentsJobTests, IOn<SqlServerEngine>;
}
