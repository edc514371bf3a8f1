using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

public abstract class FencesTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Fence_WhenRaised_StandsThreeYearsAndNoLonger()
    {
        await RaiseAsync(await StoreAsync("ada"));

        (await StandsAsync("ada", Store.Noon.AddYears(Fence.Years).AddTicks(-1))).ShouldBeTrue();
        (await StandsAsync("ada", Store.Noon.AddYears(Fence.Years))).ShouldBeFalse();
        (await StandsAsync("bob", Store.Noon)).ShouldBeFalse();
    }

    [Fact]
    public async Task Fence_WhenRaisedAgain_IsProlonged()
    {
        var customer = await StoreAsync("ada");
        await RaiseAsync(customer);
        _store.Clock.SetUtcNow(Store.Noon.AddYears(1));

        await RaiseAsync(customer);

        (await StandsAsync("ada", Store.Noon.AddYears(Fence.Years + 1).AddTicks(-1))).ShouldBeTrue();
        _store.ReadOne("SELECT count(*) FROM fences").ShouldBe("1");
    }

    [Fact]
    public async Task Job_WhenAFenceHasExpired_RemovesItAndNoOther()
    {
        await RaiseAsync(await StoreAsync("ada"));
        _store.Clock.SetUtcNow(Store.Noon.AddYears(1));
        await RaiseAsync(await StoreAsync("bob"));

        _store.Clock.SetUtcNow(Store.Noon.AddYears(Fence.Years).AddTicks(-1));
        await SweepAsync();
        _store.ReadOne("SELECT count(*) FROM fences").ShouldBe("2");

        _store.Clock.SetUtcNow(Store.Noon.AddYears(Fence.Years));
        await SweepAsync();
        _store.ReadOne("SELECT count(*) FROM fences").ShouldBe("1");
        (await StandsAsync("bob", _store.Clock.GetUtcNow())).ShouldBeTrue();
    }

    private async Task<CustomerId> StoreAsync(string externalId)
    {
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        var customer = SampleCustomer.In(_store, externalId);
        context.Add(customer);
        await context.SaveChangesAsync();
        return customer.Id;
    }

    private async Task RaiseAsync(CustomerId customer)
    {
        await using var request = _store.Request();
        await request.ServiceProvider.GetRequiredService<IFences>().RaiseAsync(new Dictionary<CustomerId, DeletionId> { [customer] = DeletionId.From("del_1") }, _store.Clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<bool> StandsAsync(string externalId, DateTimeOffset at)
    {
        await using var request = _store.Request();
        var hash = _store.Services.GetRequiredService<ILookupHasher>().Hash(_store.Scope, LookupPurpose.ExternalCustomerId, externalId);
        return (await request.ServiceProvider.GetRequiredService<IFences>().ActiveAsync([hash], at, CancellationToken.None)).Contains(hash);
    }

    private async Task SweepAsync() => await new ForgetExpiredFencesJob(_store.Sweep).Execute(null!, CancellationToken.None);

    public sealed class OnSqlite : FencesTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : FencesTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : FencesTests, IOn<SqlServerEngine>;
}
