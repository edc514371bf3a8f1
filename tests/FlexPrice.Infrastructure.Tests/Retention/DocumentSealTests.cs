using System.Text;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Retention;

public sealed class DocumentSealTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private static readonly InvoiceDocument Document = new(
        new BillTo { Name = "Ada Lovelace", Email = "ada@example.com", Address = Address.Empty with { City = "London" } },
        "Analytical 💫",
        new Dictionary<string, string> { ["salutation"] = "My Lady" },
        [new DocumentLine(InvoiceLineItemId.From("inv_line_1"), 0.000000001m, 2, "Engine hours", "price_1", Store.Noon, null, null)],
        [new DocumentPayment(InvoicePaymentId.From("pay_1"), 7.5m, Store.Noon)]);

    private Store _store = null!;

    private IDocumentSeal Seal => _store.Services.GetRequiredService<IDocumentSeal>();

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Open_WhenSealedForTheInvoice_GivesTheDocumentBack()
    {
        var opened = Seal.Open(Sealed(Draft())).ShouldNotBeNull();

        opened.BillTo.ShouldBe(Document.BillTo);
        opened.Description.ShouldBe(Document.Description);
        opened.Metadata.ShouldBe(Document.Metadata);
        opened.Lines.ShouldBe(Document.Lines);
        opened.Payments.ShouldBe(Document.Payments);
    }

    [Fact]
    public void Seal_WhenDoneTwice_NeverRepeatsItselfAndShowsNothing()
    {
        var (first, second) = (Sealed(Draft()), Sealed(Draft()));

        first.WrappedKey.ShouldNotBe(second.WrappedKey);
        first.Content.ShouldNotBe(second.Content);
        foreach (var clear in new[] { "Ada", "ada@example.com", "Engine", "London" })
        {
            first.Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clear)).ShouldBe(-1);
        }
    }

    [Fact]
    public void Open_WhenTamperedWithOrOfAnotherInvoice_IsNull()
    {
        var (invoice, other) = (Draft(), Draft());
        var document = Sealed(invoice);
        var tampered = (byte[])document.Content.Clone();
        tampered[^1] ^= 1;

        Seal.Open(SealedDocument.Keep(other, document.WrappedKey, document.Content, Store.Noon)).ShouldBeNull();
        Seal.Open(SealedDocument.Keep(invoice, Seal.NewWrappedKey(), document.Content, Store.Noon)).ShouldBeNull();
        Seal.Open(SealedDocument.Keep(invoice, document.WrappedKey, tampered, Store.Noon)).ShouldBeNull();
        Seal.Open(SealedDocument.Keep(invoice, document.WrappedKey, tampered[..5], Store.Noon)).ShouldBeNull();
    }

    [Fact]
    public async Task Open_WhenTheKeyRingIsAnother_IsNull()
    {
        await using var other = await Store.StartAsync(Engine.Of(this));

        other.Services.GetRequiredService<IDocumentSeal>().Open(Sealed(Draft())).ShouldBeNull();
    }

    private SealedDocument Sealed(Invoice invoice)
    {
        var key = Seal.NewWrappedKey();
        return SealedDocument.Keep(invoice, key, Seal.Seal(key, invoice.Id, Document), Store.Noon);
    }

    private Invoice Draft() => Invoice.Create(
        _store.Scope,
        NewId<InvoiceId>(),
        SampleCustomer.In(_store, "ada"),
        null,
        new InvoiceTerms(InvoiceType.OneOff, BillingReason.Manual, "eur", InvoiceAmounts.Unpaid(1, 1, 0, 1), null, null, null, "", null, []),
        NewId<InvoiceLineItemId>,
        new Change(Store.Noon, "secret_test")).Value;

    private TId NewId<TId>()
        where TId : struct, ITypedId<TId> => _store.Services.GetRequiredService<IIdGenerator>().New<TId>();
}
