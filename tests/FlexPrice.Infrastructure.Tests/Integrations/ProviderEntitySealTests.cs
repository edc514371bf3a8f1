using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Integrations;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Integrations;

public sealed class ProviderEntitySealTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private Store _store = null!;

    private IProviderEntitySeal Seal => _store.Services.GetRequiredService<IProviderEntitySeal>();

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Open_WhenSealedForTheMapping_GivesTheIdBack()
    {
        var id = NewId();

        Seal.Open(Mapping(id, Seal.Seal(id, "cus_💫"))).ShouldBe("cus_💫");
    }

    [Fact]
    public void Seal_WhenTheMappingIsAnother_DoesNotOpen()
    {
        var id = NewId();

        Seal.Open(Mapping(NewId(), Seal.Seal(id, "cus_1"))).ShouldBeNull();
        Seal.Open(Mapping(id, (Seal.Seal(id, "cus_1").WrappedKey, Seal.Seal(id, "cus_1").Sealed))).ShouldBeNull();
    }

    private IntegrationMapping Mapping(IntegrationMappingId id, (byte[] WrappedKey, byte[] Sealed) entity) => IntegrationMapping.Link(
        _store.Scope, id, SampleCustomer.In(_store, "ada"), new ProviderEntity("stripe", new LookupHash("hash"), entity.WrappedKey, entity.Sealed), new Change(Store.Noon, "secret_test"));

    private IntegrationMappingId NewId() => _store.Services.GetRequiredService<IIdGenerator>().New<IntegrationMappingId>();
}
