using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Access;

public abstract class RememberedKeysTests : IAsyncLifetime
{
    private Store _store = null!;

    private RememberedKeys Memory => _store.Services.GetRequiredService<RememberedKeys>();

    // To confirm a key is one more question; only where it travels with others does it cost less than to look the key up.
    private bool Remembers => _store.Services.GetRequiredService<IDatabaseDialect>().SupportsBatching;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Key_WhenItWasFound_IsRememberedForAMinuteWhereThatSpares()
    {
        Memory.Find(Store.Key).ShouldBeNull();
        var found = (await FindAsync(Store.Key)).ShouldNotBeNull();
        found.Scope.ShouldBe(_store.Scope);
        found.Roles.ShouldBe([Role.SuperAdmin]);
        found.TenantStatus.ShouldBe(TenantStatus.Active);
        found.Id.Value.ShouldBe(_store.ReadOne("SELECT id FROM api_keys"));

        _store.Clock.Advance(RememberedKeys.TimeToLive - TimeSpan.FromTicks(1));
        if (Remembers)
        {
            var remembered = Memory.Find(Store.Key).ShouldNotBeNull();
            remembered.Key.ShouldBe(found);
            remembered.IsConfirmed.ShouldBeFalse();
        }
        else
        {
            Memory.Find(Store.Key).ShouldBeNull();
        }

        _store.Clock.Advance(TimeSpan.FromTicks(1));
        Memory.Find(Store.Key).ShouldBeNull();
    }

    [Fact]
    public async Task Key_WhenItWasNotFound_IsForgotten()
    {
        await FindAsync(Store.Key);
        _store.Database.Execute("UPDATE api_keys SET status = 'deleted'");

        (await FindAsync(Store.Key)).ShouldBeNull();

        Memory.Find(Store.Key).ShouldBeNull();
    }

    [Fact]
    public async Task Key_WhenNobodyCouldSay_IsForgotten()
    {
        await FindAsync(Store.Key);

        await Should.ThrowAsync<OperationCanceledException>(() => FindAsync(Store.Key, new CancellationToken(canceled: true)));

        Memory.Find(Store.Key).ShouldBeNull();
    }

    [Fact]
    public async Task Memory_WhenItIsFull_ForgetsRatherThanGrow()
    {
        var key = (await FindAsync(Store.Key)).ShouldNotBeNull();
        for (var i = 1; i < RememberedKeys.Capacity; i++)
        {
            Memory.Remember($"hash {i}", key);
        }

        (Memory.Find(Store.Key) is not null).ShouldBe(Remembers);
        Memory.Remember("hash 1", key);
        (Memory.Find(Store.Key) is not null).ShouldBe(Remembers, "It is none more");

        Memory.Remember("one too many", key);

        Memory.Find(Store.Key).ShouldBeNull();
    }

    private async Task<AuthenticatedKey?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var request = _store.Request();
        return await request.ServiceProvider.GetRequiredService<IApiKeyDirectory>().FindAsync(key, cancellationToken);
    }

    public sealed class OnSqlite : RememberedKeysTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : RememberedKeysTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : RememberedKeysTests, IOn<SqlServerEngine>;
}
