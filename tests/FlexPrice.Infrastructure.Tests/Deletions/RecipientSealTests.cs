using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

public sealed class RecipientSealTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private static readonly RecipientSubject Payee = new() { ExternalId = "ext-💫", Name = "Ada", Email = "ada@example.com" };

    private Store _store = null!;

    private IRecipientSeal Seal => _store.Services.GetRequiredService<IRecipientSeal>();

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Payee_WhenSealedForTheRecipient_IsReadUntilItIsClosed()
    {
        var id = NewId();
        var deletion = Owing(id, Seal.Seal(id, Payee));

        Seal.Open(deletion.Recipients[0]).ShouldBe(Payee);

        deletion.ConfirmRecipient(id, "SEPA 1", new Change(Store.Noon, "secret_test")).ShouldBeNull();
        Seal.Open(deletion.Recipients[0]).ShouldBeNull();
    }

    [Fact]
    public void Payee_WhenSealedForAnotherRecipientOrUnderAnotherKey_IsNull()
    {
        var id = NewId();

        Seal.Open(Owing(NewId(), Seal.Seal(id, Payee)).Recipients[0]).ShouldBeNull();
        Seal.Open(Owing(id, (Seal.Seal(id, Payee).WrappedKey, Seal.Seal(id, Payee).Sealed)).Recipients[0]).ShouldBeNull();
    }

    private Deletion Owing(RecipientId id, (byte[] WrappedKey, byte[] Sealed) payee)
    {
        var change = new Change(Store.Noon, "secret_test");
        var deletion = Deletion.Begin(
            _store.Scope, Ids().New<DeletionId>(), SampleCustomer.In(_store, "ada").Id, null, "digest", [], hasWorkAfterCommit: false, change);
        deletion.AddRefund(id, new MoneyAmount("eur", 5), payee.WrappedKey, payee.Sealed, change);
        return deletion;
    }

    private RecipientId NewId() => Recipient.IdOf(Ids().New<WalletId>());

    private IIdGenerator Ids() => _store.Services.GetRequiredService<IIdGenerator>();
}
