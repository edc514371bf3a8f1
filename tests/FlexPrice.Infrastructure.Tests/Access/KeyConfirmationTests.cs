using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Access;

/// <summary>Commands of a caller whose key was remembered.</summary>
public abstract class KeyConfirmationTests : IAsyncLifetime
{
    private readonly PassingFailpoints _failpoints = new();
    private Store _store = null!;
    private CustomerId _customer;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this), services => services.AddSingleton<IFailpoints>(_failpoints));
        _customer = (await _store.SendAsync(new CreateCustomerCommand("ada", new CustomerFields { Name = "Ada" }))).Id;
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Deletion_WhenTheKeyIsAsItWas_IsDoneAndConfirmsIt()
    {
        var caller = await RememberedCallerAsync();

        (await DeleteAsync(caller)).Error.ShouldBeNull();

        _store.CallersKey.Remembered!.IsConfirmed.ShouldBeTrue();
        _store.ReadOne("SELECT created_by FROM deletions").ShouldBe(caller.ActorId);
    }

    [Theory]
    [InlineData("UPDATE api_keys SET status = 'deleted'")]
    [InlineData("UPDATE api_keys SET key_hash = 'another'")]
    [InlineData("""UPDATE api_keys SET roles = '["super_admin","all_reader"]'""")]
    [InlineData("UPDATE tenants SET status = 'suspended'")]
    public async Task Deletion_WhenTheKeyIsNoLongerWhatItWas_IsRefusedAndChangesNothing(string change)
    {
        var caller = await RememberedCallerAsync();
        _store.Database.Execute(change);
        var before = _store.Database.Dump();

        (await DeleteAsync(caller)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Unauthenticated);

        _store.CallersKey.Remembered!.IsConfirmed.ShouldBeFalse();
        _store.Services.GetRequiredService<RememberedKeys>().Find(Store.Key).ShouldBeNull();
        _store.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Deletion_WhenTheKeyExpired_IsRefusedAndChangesNothing()
    {
        _store.Database.Execute("UPDATE api_keys SET expires_at = @then", ("@then", Store.Noon.AddSeconds(10)));
        var caller = await RememberedCallerAsync();
        _store.Clock.Advance(TimeSpan.FromSeconds(10));
        var before = _store.Database.Dump();

        (await DeleteAsync(caller)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Unauthenticated);

        _store.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Command_WhenItAsksNobodyAboutTheKey_IsNotCommitted()
    {
        var caller = await RememberedCallerAsync();
        var before = _store.Database.Dump();

        var created = await _store.Attempts.ExecuteAsync(caller, new CreateCustomerCommand("bob", new CustomerFields { Name = "Bob" }), CancellationToken.None);

        created.Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Unauthenticated);
        _store.CallersKey.Remembered!.IsConfirmed.ShouldBeFalse();
        _store.Database.Dump().ShouldEqual(before);
    }

    private Task<CommandResult<DeletionId>> DeleteAsync(ICaller caller) => _store.Attempts.ExecuteAsync(
        caller,
        new DeleteCustomerCommand(_customer.Value, new Dictionary<string, string>(), PlanDigest: null),
        CancellationToken.None);

    private async Task<ICaller> RememberedCallerAsync()
    {
        await using var request = _store.Request();
        var key = (await request.ServiceProvider.GetRequiredService<IApiKeyDirectory>().FindAsync(Store.Key, CancellationToken.None)).ShouldNotBeNull();
        var caller = new Caller();
        var hashes = request.ServiceProvider.GetRequiredService<IApiKeySecrets>().Hashes(Store.Key);
        caller.Set(key.Scope, key.Id.Value, key.Roles, key.TenantStatus, idempotencyKey: null);
        _store.CallersKey.Remembered = new RememberedKey(hashes, key);
        return caller;
    }

    public sealed class OnSqlite : KeyConfirmationTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : KeyConfirmationTests, IOn<PostgreSqlEngine>
    {
        // One writer of a file is tried once.
        [Fact]
        public async Task Deletion_WhenTheKeyIsRevokedBetweenTwoTries_IsRefused()
        {
            var caller = await RememberedCallerAsync();
            _failpoints.FailOnce(Failpoint.CascadeInspected, () => _store.Database.Execute("UPDATE api_keys SET status = 'deleted'"));

            (await DeleteAsync(caller)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Unauthenticated);

            _failpoints.Failed.ShouldBe(1);
            _store.CallersKey.Remembered!.IsConfirmed.ShouldBeFalse("The first try's word is not the last one");
            _store.ReadOne("SELECT count(*) FROM customers").ShouldBe("1");
            _store.ReadOne("SELECT count(*) FROM deletions").ShouldBe("0");
        }

        [Fact]
        public async Task Deletion_WhenTheKeyWorksInBothTries_IsDone()
        {
            var caller = await RememberedCallerAsync();
            _failpoints.FailOnce(Failpoint.CascadeInspected, () => { });

            (await DeleteAsync(caller)).Error.ShouldBeNull();

            _failpoints.Failed.ShouldBe(1);
            _store.ReadOne("SELECT count(*) FROM customers").ShouldBe("0");
        }
    }

    public sealed class OnSqlServer : KeyConfirmationTests, IOn<SqlServerEngine>;
}
