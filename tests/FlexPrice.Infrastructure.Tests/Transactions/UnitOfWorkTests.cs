using System.Text.Json.Nodes;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Wallets.Events;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Transactions;

public abstract class UnitOfWorkTests : IAsyncLifetime
{
    private Store _store = null!;
    private AsyncServiceScope _request;

    private IUnitOfWork UnitOfWork => _request.ServiceProvider.GetRequiredService<IUnitOfWork>();

    private FlexPriceDbContext Context => _request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this));
        _request = _store.Request();
    }

    public async Task DisposeAsync()
    {
        await _request.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Execute_WhenItSucceeds_CommitsTheChangeItsAuditEntryAndItsMessagesTogether()
    {
        var customer = SampleCustomer.In(_store, "ada");

        var result = await UnitOfWork.ExecuteAsync(_ => SaveAsync(customer), CancellationToken.None);

        result.Id.ShouldBe(customer.Id);
        _store.ReadOne("SELECT id FROM customers").ShouldBe(customer.Id.Value);
        _store.ReadOne("SELECT action, subject_id, actor_id FROM audit_entries WHERE action LIKE 'customer%'").ShouldBe($"customer.created|{customer.Id}|secret_test");
        _store.ReadOne("SELECT event_name, ordering_key, reaction, attempts FROM outbox_messages").ShouldBe($"customer_created|{customer.Id}|send_webhook_when_customer_created|0");
        _store.ReadOne("SELECT payload FROM outbox_messages").ShouldNotContain("Ada", Case.Insensitive);
    }

    // Both a customer's and retained by a deletion; a dangling reference would be answered and retried.
    [Fact]
    public async Task Save_WhenARowBreaksARuleOfItsTable_FailsAsADefect()
    {
        SampleEntry.Enter(Context, Context.Model.FindEntityType(typeof(Invoice))!, EntityState.Added, 1);
        var invoice = Context.ChangeTracker.Entries<Invoice>().Single();
        foreach (var property in invoice.Properties.Concat<PropertyEntry>(invoice.ComplexProperties.SelectMany(complex => complex.ComplexProperties.SelectMany(inner => inner.Properties).Concat(complex.Properties))).Where(property => property.Metadata.GetMaxLength() == 2))
        {
            property.CurrentValue = "DE";
        }

        var failure = await Should.ThrowAsync<DbUpdateException>(() => Context.SaveChangesAsync());

        failure.InnerException!.Message.ShouldContain("ck_invoices_owned_or_retained");
        _request.ServiceProvider.GetRequiredService<IDatabaseDialect>().ToError(failure).ShouldBeNull();
    }

    [Fact]
    public async Task Context_WhenItsScopeHasEnded_KnowsNobody()
    {
        var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.Caller!.Scope.ShouldBe(_store.Scope);

        await request.DisposeAsync();

        context.Caller.ShouldBeNull();
    }

    [Fact]
    public async Task Complete_WhenTheStepIsRefused_ThrowsSoThatItIsTriedAgain()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => UnitOfWork.ExecuteStepAsync(_ => Task.FromResult<Result<int>>(PersistenceErrors.Busy()), CancellationToken.None));

        failure.Message.ShouldBe("The step could not be recorded: service_unavailable.");
    }

    [Fact]
    public async Task Complete_WhenTheStepSucceeds_AnswersItsValue() =>
        (await UnitOfWork.ExecuteStepAsync(_ => Task.FromResult<Result<int>>(7), CancellationToken.None)).ShouldBe(7);

    [Fact]
    public async Task Execute_WhenSetsAndAggregatesChange_WritesWhatHappenedToTheSetsFirst()
    {
        var customer = SampleCustomer.In(_store, "ada");

        await UnitOfWork.ExecuteAsync(
            _ =>
            {
                UnitOfWork.Raise(new WalletTerminated(WalletId.From("wallet_1"), customer.Id, Store.Noon));
                UnitOfWork.Raise(new WalletTerminated(WalletId.From("wallet_2"), customer.Id, Store.Noon));
                return SaveAsync(customer);
            },
            CancellationToken.None);

        _store.Database.Rows("SELECT event_name, line, payload FROM outbox_messages ORDER BY sequence")
            .Select(row => $"{row["event_name"]}|{row["line"]}|{JsonNode.Parse((string)row["payload"]!)!["wallet_id"]}")
            .ShouldBe(["wallet_terminated|webhooks|wallet_1", "wallet_terminated|webhooks|wallet_2", "customer_created|webhooks|"]);
    }

    [Fact]
    public async Task Execute_WhenTheAnswerIsAnError_KeepsNothingOfIt()
    {
        var result = await UnitOfWork.ExecuteAsync(
            async token =>
            {
                Context.Add(SampleCustomer.In(_store, "ada"));
                await Context.SaveChangesAsync(token);
                UnitOfWork.Raise(new WalletTerminated(WalletId.From("wallet_1"), CustomerId.From("cust_1"), Store.Noon));
                return CommandResult<CustomerId>.Failure(new Error(ErrorKind.InvalidOperation, "No"));
            },
            CancellationToken.None);

        result.Error!.Message.ShouldBe("No");
        ShouldBeUntouched();
        var next = SampleCustomer.In(_store, "bob");
        await UnitOfWork.ExecuteAsync(_ => SaveAsync(next), CancellationToken.None);
        _store.ReadOne("SELECT id FROM customers").ShouldBe(next.Id.Value);
        _store.ReadOne("SELECT event_name FROM outbox_messages").ShouldBe("customer_created", "What was raised by the failed one must not come along");
    }

    [Fact]
    public async Task Execute_WhenItThrows_KeepsNothingOfIt()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => UnitOfWork.ExecuteAsync<CommandResult<CustomerId>>(
            async token =>
            {
                Context.Add(SampleCustomer.In(_store, "ada"));
                await Context.SaveChangesAsync(token);
                throw new InvalidOperationException("Bug");
            },
            CancellationToken.None));

        ShouldBeUntouched();
        (await UnitOfWork.ExecuteAsync(_ => SaveAsync(SampleCustomer.In(_store, "bob")), CancellationToken.None)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Execute_WhenAnIdentifierIsTakenMeanwhile_IsAConflict()
    {
        await UnitOfWork.ExecuteAsync(_ => SaveAsync(SampleCustomer.In(_store, "ada")), CancellationToken.None);

        var error = await ErrorOfAsync(UnitOfWork.ExecuteAsync(_ => SaveAsync(SampleCustomer.In(_store, "ada")), CancellationToken.None));

        error.Kind.ShouldBe(ErrorKind.AlreadyExists);
        _store.ReadOne("SELECT count(*) FROM customers").ShouldBe("1");
        _store.ReadOne("SELECT count(*) FROM outbox_messages").ShouldBe("1");
    }

    [Fact]
    public async Task Execute_WhenSomethingNamedIsGone_IsA404()
    {
        var parent = SampleCustomer.In(_store, "parent");

        var error = await ErrorOfAsync(UnitOfWork.ExecuteAsync(_ => SaveAsync(SampleCustomer.In(_store, "child", parent: parent)), CancellationToken.None));

        error.Kind.ShouldBe(ErrorKind.NotFound);
        ShouldBeUntouched();
    }

    [Fact]
    public async Task Execute_WhenTwoChangeTheSameThing_TheSecondIsAConflict()
    {
        var customer = SampleCustomer.In(_store, "ada");
        await UnitOfWork.ExecuteAsync(_ => SaveAsync(customer), CancellationToken.None);
        await using var other = _store.Request();
        var context = other.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        var stale = await context.FindAsync<Customer>([_store.Scope.TenantId, _store.Scope.EnvironmentId, customer.Id]);
        await UnitOfWork.ExecuteAsync(_ => ArchiveAsync(Context, customer.Id), CancellationToken.None);

        var error = await ErrorOfAsync(other.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            _ =>
            {
                stale!.Archive(new Change(Store.Noon, ""));
                return Task.FromResult((CommandResult<CustomerId>)stale.Id);
            },
            CancellationToken.None));

        error.Kind.ShouldBe(ErrorKind.VersionConflict);
    }

    // A transient failure goes on to the dispatcher, and is answered the same after the last attempt.
    private async Task<Error> ErrorOfAsync(Task<CommandResult<CustomerId>> work)
    {
        var dialect = _store.Services.GetRequiredService<IDatabaseDialect>();
        try
        {
            return (await work).Error.ShouldNotBeNull();
        }
        catch (Exception failure) when (dialect.IsTransient(failure))
        {
            return dialect.ToError(failure).ShouldNotBeNull();
        }
    }

    private static async Task<CommandResult<CustomerId>> ArchiveAsync(FlexPriceDbContext context, CustomerId id)
    {
        var customer = context.Customers.Single(known => known.Id == id);
        await Task.Yield();
        customer.Archive(new Change(Store.Noon, ""));
        return id;
    }

    private Task<CommandResult<CustomerId>> SaveAsync(Customer customer)
    {
        Context.Add(customer);
        return Task.FromResult((CommandResult<CustomerId>)customer.Id);
    }

    private void ShouldBeUntouched()
    {
        _store.ReadOne("SELECT count(*) FROM customers").ShouldBe("0");
        _store.ReadOne("SELECT count(*) FROM audit_entries WHERE action LIKE 'customer%'").ShouldBe("0");
        _store.ReadOne("SELECT count(*) FROM outbox_messages").ShouldBe("0");
    }

    public sealed class OnSqlite : UnitOfWorkTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : UnitOfWorkTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : UnitOfWorkTests, IOn<SqlServerEngine>;
}
