using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.GetCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Retention.DecideRetentionPolicy;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>The server commits, and the connection breaks before it can say so.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime, IOn<PostgreSqlEngine>
{
    private TestDatabase _database = null!;
    private CommitCuttingProxy _proxy = null!;
    private Store _store = null!;

    public async Task InitializeAsync()
    {
        _database = new PostgreSqlEngine().NewDatabase();
        var direct = new NpgsqlConnectionStringBuilder(_database.Settings["ConnectionStrings:FlexPrice"]);
        _proxy = CommitCuttingProxy.Before(direct.Host!, direct.Port);
        direct.Port = _proxy.Port;
        _store = await Store.StartAsync(_database, settings: ("ConnectionStrings:FlexPrice", direct.ToString()));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _proxy.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Deletion_WhenItsCommitIsNotHeardOf_AnswersAsIfItWasAndIsCountedOnce()
    {
        var customer = await CreateAsync("ada");
        using var requests = new Measured<long>(FlexPriceTelemetry.Deletions);
        using var rows = new Measured<long>(FlexPriceTelemetry.CascadeRows);
        _proxy.Arm();

        var deletion = await SendAsync(new DeleteCustomerCommand(customer.Value, new Dictionary<string, string>(), PlanDigest: null));

        deletion.Error.ShouldBeNull();
        _proxy.Cuts.ShouldBe(1);
        _store.ReadOne("SELECT id, customer_id FROM deletions").ShouldBe($"{deletion.Id}|{customer}");
        _store.ReadOne("SELECT count(*) FROM customers").ShouldBe("0");
        _store.ReadOne("SELECT count(*) FROM audit_entries WHERE action = 'customer.deleted'").ShouldBe("1");
        _store.ReadOne("SELECT count(*) FROM outbox_messages WHERE reaction = 'send_webhook_when_customer_deleted'").ShouldBe("1");
        requests.Lines.ShouldBe(["1 delete success"]);
        var counted = rows.Lines;
        counted.ShouldBe(await RowsOfUndisturbedAsync());
    }

    [Fact]
    public async Task Deletion_WhenItsCommitIsNotHeardOfAndNobodyCanAsk_DoesNotSayThatNothingWasChanged()
    {
        var customer = await CreateAsync("ada");
        _proxy.StaysAway = true;
        _proxy.Arm();

        var deletion = await SendAsync(new DeleteCustomerCommand(customer.Value, new Dictionary<string, string>(), PlanDigest: null));

        var error = deletion.Error.ShouldNotBeNull();
        error.Kind.ShouldBe(ErrorKind.ServiceUnavailable);
        error.Message.ShouldBe("The database did not say whether the change was made");
        _database.Scalar("SELECT count(*) FROM deletions").ShouldBe(1L);
    }

    [Fact]
    public async Task Creation_WhenItsCommitIsNotHeardOf_CreatesOne()
    {
        _proxy.Arm();

        var customer = await CreateAsync("ada");

        _proxy.Cuts.ShouldBe(1);
        _store.ReadOne("SELECT id FROM customers").ShouldBe(customer.Value);
    }

    [Fact]
    public async Task Update_WhenItsCommitIsNotHeardOf_IsDoneOnce()
    {
        var customer = await CreateAsync("ada");
        _proxy.Arm();

        var updated = await SendAsync(new UpdateCustomerCommand(new CustomerReference(customer.Value), null, new CustomerFields { Name = "Countess" }, null));

        updated.Error.ShouldBeNull();
        _proxy.Cuts.ShouldBe(1);
        _store.ReadOne("SELECT name, version FROM customers").ShouldBe("Countess|1");
    }

    [Fact]
    public async Task FirstPolicy_WhenItsCommitIsNotHeardOf_IsDecidedOnce()
    {
        _proxy.Arm();

        (await SendAsync(new DecideRetentionPolicyCommand(7))).Error.ShouldBeNull();

        _proxy.Cuts.ShouldBe(1);
        _store.ReadOne("SELECT years, version FROM retention_policies").ShouldBe("7|1");
        _store.ReadOne("SELECT count(*) FROM audit_entries WHERE action = 'retention_policy.decided'").ShouldBe("1");
    }

    [Fact]
    public async Task Update_WhenItsCommitIsNotHeardOfAndAnotherFollowed_IsNotDoneAgain()
    {
        var customer = await CreateAsync("ada");
        _proxy.Arm();
        _proxy.WhenCut = () => _database.Execute("UPDATE customers SET name = 'Grace', version = version + 1");

        (await SendAsync(new UpdateCustomerCommand(new CustomerReference(customer.Value), null, new CustomerFields { Name = "Countess" }, null))).Error.ShouldBeNull();

        _proxy.Cuts.ShouldBe(1);
        _store.ReadOne("SELECT name, version FROM customers").ShouldBe("Grace|2");
    }

    [Fact]
    public async Task Proof_WhenEverythingWasWrittenBeforeTheEnd_IsThere()
    {
        var customer = await CreateAsync("ada");
        await using var request = _store.Request();
        var unitOfWork = request.ServiceProvider.GetRequiredService<IUnitOfWork>();
        request.ServiceProvider.GetRequiredService<CommitProof>().Require();

        var done = await unitOfWork.ExecuteAsync(
            async token =>
            {
                request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Add(PastHolding.End(_store.Scope, new LookupHash(new string('a', 43)), customer, Store.Noon, null));
                await unitOfWork.FlushAsync(token);
                return (CommandResult<CustomerId>)customer;
            },
            CancellationToken.None);

        done.Error.ShouldBeNull();
        _store.ReadOne("SELECT count(*) FROM commit_marks").ShouldBe("1");
    }

    [Theory]
    [InlineData(Failpoint.TransactionOpened)]
    [InlineData(Failpoint.CascadeInspected)]
    [InlineData(Failpoint.EventsDrained)]
    [InlineData(Failpoint.TransactionSaved)]
    public async Task Deletion_WhenConnectionsBreakBeforeTheCommit_IsTriedAgainAndCountedOnce(string step)
    {
        var customer = await CreateAsync("ada");
        using var requests = new Measured<long>(FlexPriceTelemetry.Deletions);
        using var rows = new Measured<long>(FlexPriceTelemetry.CascadeRows);
        var broken = new BreakingFailpoints(_database, step);
        await using var store = await Store.StartAsync(_database, configure: services => services.AddSingleton<IFailpoints>(broken));
        broken.Arm();

        var deletion = await SendAsync(new DeleteCustomerCommand(customer.Value, new Dictionary<string, string>(), PlanDigest: null), store);

        deletion.Error.ShouldBeNull();
        broken.Broken.ShouldBe(1);
        _store.ReadOne("SELECT id, customer_id FROM deletions").ShouldBe($"{deletion.Id}|{customer}");
        requests.Lines.ShouldBe(["1 delete success"]);
        var counted = rows.Lines;
        counted.ShouldBe(await RowsOfUndisturbedAsync());
    }

    [Fact]
    public async Task Query_WhenTheServerHasEndedTheConnection_IsAskedAgain()
    {
        var customer = await CreateAsync("ada");
        EndConnections();

        var found = await _store.Attempts.QueryAsync(Caller.SystemOf(_store.Scope), new GetCustomerQuery(customer.Value), CancellationToken.None);

        found.Error.ShouldBeNull();
        found.Value.Name.ShouldBe("Ada");
    }

    [Fact]
    public async Task Key_WhenTheServerHasEndedTheConnection_IsLookedUpAgain()
    {
        await using var request = _store.Request();
        EndConnections();

        (await request.ServiceProvider.GetRequiredService<IApiKeyDirectory>().FindAsync(Store.Key, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task OutboxRows_WhenTheServerHasEndedTheConnection_AreClaimedAndSettled()
    {
        await CreateAsync("ada");
        await using var request = _store.Request();
        var queue = request.ServiceProvider.GetRequiredService<OutboxQueue>();
        EndConnections();
        var claimed = await queue.ClaimAsync(ReactionLane.Outgoing, 10, [], CancellationToken.None);
        EndConnections();

        (await queue.SettleAsync(claimed.ShouldHaveSingleItem(), CancellationToken.None)).ShouldBeTrue();

        _store.ReadOne("SELECT count(*) FROM outbox_messages").ShouldBe("0");
    }

    private void EndConnections() => _database.Scalar("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").ShouldBeOfType<long>().ShouldBeGreaterThan(0);

    private async Task<IReadOnlyList<string>> RowsOfUndisturbedAsync()
    {
        var customer = await CreateAsync("bea");
        using var rows = new Measured<long>(FlexPriceTelemetry.CascadeRows);
        (await SendAsync(new DeleteCustomerCommand(customer.Value, new Dictionary<string, string>(), PlanDigest: null))).Error.ShouldBeNull();
        rows.Lines.ShouldNotBeEmpty();
        return rows.Lines;
    }

    private async Task<CustomerId> CreateAsync(string externalId) =>
        (await SendAsync(new CreateCustomerCommand(externalId, new CustomerFields { Name = "Ada" }))).Id;

    private Task<TResponse> SendAsync<TResponse>(ICommand<TResponse> command, Store? store = null)
        where TResponse : IResult<TResponse> =>
        (store ?? _store).Attempts.ExecuteAsync(Caller.SystemOf(_store.Scope), command, CancellationToken.None);
}
