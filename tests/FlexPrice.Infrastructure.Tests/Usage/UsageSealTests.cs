using System.Text;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Usage;

public sealed class UsageSealTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private static readonly SealedUsage Content = new("evt-1", "ada@example.com", "web", new Dictionary<string, string> { ["prompt"] = "secret words", ["ünï"] = "💫" });

    private Store _store = null!;

    private IUsageSeal Seal => _store.Services.GetRequiredService<IUsageSeal>();

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Open_WhenSealedForTheEvent_GivesTheContentBack()
    {
        var subject = Subject();
        var usage = Sealed(subject);

        var opened = Seal.Open(subject, usage).ShouldNotBeNull();

        (opened.EventId, opened.ExternalCustomerId, opened.Source).ShouldBe((Content.EventId, Content.ExternalCustomerId, Content.Source));
        opened.Properties.ShouldBe(Content.Properties, ignoreOrder: true);
    }

    [Fact]
    public void Seal_WhenDoneTwice_NeverRepeatsItselfAndShowsNothing()
    {
        var subject = Subject();
        var id = NewId<UsageEventId>();

        var (first, second) = (Seal.Seal(subject, id, Content), Seal.Seal(subject, id, Content));

        first.ShouldNotBe(second);
        foreach (var clear in new[] { "secret words", "ada@example.com", "prompt", "evt-1" })
        {
            first.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clear)).ShouldBe(-1);
            subject.WrappedKey.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clear)).ShouldBe(-1);
        }
    }

    [Fact]
    public void Open_WhenAnyByteWasTamperedWith_Refuses()
    {
        var subject = Subject();
        var usage = Sealed(subject);
        for (var i = 0; i < usage.Sealed.Length; i++)
        {
            var tampered = (byte[])usage.Sealed.Clone();
            tampered[i] ^= 1;
            Seal.Open(subject, Event(subject, usage.Id, tampered)).ShouldBeNull($"byte {i}");
        }

        Seal.Open(subject, Event(subject, usage.Id, usage.Sealed[..^1])).ShouldBeNull();
    }

    [Fact]
    public void Open_WhenTheContentWasMovedToAnotherEvent_Refuses()
    {
        var subject = Subject();

        Seal.Open(subject, Event(subject, NewId<UsageEventId>(), Sealed(subject).Sealed)).ShouldBeNull();
    }

    [Fact]
    public void Open_WhenTheKeyIsAnotherSubjects_Refuses()
    {
        var usage = Sealed(Subject());

        Seal.Open(Subject(), usage).ShouldBeNull();
    }

    [Fact]
    public async Task Open_WhenTheKeyRingIsAnother_Refuses()
    {
        await using var other = await Store.StartAsync(Engine.Of(this));
        var subject = Subject();
        var usage = Sealed(subject);

        other.Services.GetRequiredService<IUsageSeal>().Open(subject, usage).ShouldBeNull();
    }

    private UsageSubject Subject() => UsageSubject.Begin(_store.Scope, NewId<UsageSubjectId>(), new LookupHash("hash"), null, Seal.NewWrappedKey(), Store.Noon);

    private UsageEvent Sealed(UsageSubject subject)
    {
        var id = NewId<UsageEventId>();
        return Event(subject, id, Seal.Seal(subject, id, Content)!);
    }

    private static UsageEvent Event(UsageSubject subject, UsageEventId id, byte[] content) =>
        UsageEvent.Record(subject, id, new LookupHash("hash"), "call", Store.Noon, new Dictionary<string, decimal>(), content, Store.Noon);

    private TId NewId<TId>()
        where TId : struct, ITypedId<TId> => _store.Services.GetRequiredService<IIdGenerator>().New<TId>();
}
