using System.Text.Json;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Application.Usage;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Tests.Usage;

public sealed class IngestEventsHandlerTests
{
    private readonly CustomerBench _bench = new(Given.Customer('1'));
    private readonly InlineUnitOfWork _unitOfWork = new();
    private readonly IUsageSeal _seal = Substitute.For<IUsageSeal>();
    private readonly IFences _fences = Substitute.For<IFences>();
    private readonly List<UsageEvent> _events = [];
    private readonly List<SealedUsage> _sealed = [];
    private readonly HashSet<(string Owner, LookupHash EventId)> _stored = [];

    public IngestEventsHandlerTests()
    {
        _bench.Usage.When(usage => usage.Add(Arg.Any<UsageEvent>())).Do(call => _events.Add(call.Arg<UsageEvent>()));
        _bench.Usage.When(usage => usage.Add(Arg.Any<UsageSubject>())).Do(call => _bench.Subjects.Add(call.Arg<UsageSubject>()));
        _fences.ActiveAsync(default!, default, default).ReturnsForAnyArgs(new HashSet<LookupHash>());
        _bench.Usage.FindExistingAsync(Arg.Any<IReadOnlyCollection<LookupHash>>(), Arg.Any<CancellationToken>())
            .Returns(call => _stored.Where(stored => call.Arg<IReadOnlyCollection<LookupHash>>().Contains(stored.EventId)).ToHashSet());
        _seal.NewWrappedKey().Returns([1, 2, 3]);
        _seal.Seal(Arg.Any<UsageSubject>(), Arg.Any<UsageEventId>(), Arg.Do<SealedUsage>(_sealed.Add)).Returns([9]);
    }

    [Fact]
    public async Task Event_WhenItArrives_IsStoredWithNumbersInClearAndTheRestSealed()
    {
        var ids = await IngestAsync(Sent("ext-1") with
        {
            EventId = "evt-1",
            Source = "edge",
            Timestamp = Given.Noon.ToOffset(TimeSpan.FromHours(2)),
            Properties = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""{"bytes":1.5,"huge":1e400,"path":"/x","flag":true,"deep":{"a":1}}"""),
        });

        ids.ShouldBe(["evt-1"]);
        var stored = _events.ShouldHaveSingleItem();
        stored.EventName.ShouldBe("api_call");
        stored.Timestamp.ShouldBe(Given.Noon);
        stored.Timestamp.Offset.ShouldBe(TimeSpan.Zero);
        stored.NumericProperties.ShouldBe(new Dictionary<string, decimal> { ["bytes"] = 1.5m });
        stored.Sealed.ShouldBe([9]);
        var content = _sealed.ShouldHaveSingleItem();
        content.EventId.ShouldBe("evt-1");
        content.ExternalCustomerId.ShouldBe("ext-1");
        content.Source.ShouldBe("edge");
        content.Properties.ShouldBe(
            new Dictionary<string, string> { ["huge"] = "1e400", ["path"] = "/x", ["flag"] = "true", ["deep"] = """{"a":1}""" },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Event_WhenNothingElseIsSaid_HappenedNowAndGetsAnId()
    {
        var ids = await IngestAsync(Sent("ext-1"));

        var stored = _events.ShouldHaveSingleItem();
        ids.ShouldBe([stored.Id.Value]);
        stored.Timestamp.ShouldBe(Given.At(5).At);
        stored.IngestedAt.ShouldBe(Given.At(5).At);
        _sealed.ShouldHaveSingleItem().Source.ShouldBe("");
    }

    [Fact]
    public async Task Event_WhenACustomerHoldsTheExternalId_CountsForThem()
    {
        await IngestAsync(Sent("ext-1"));

        var subject = _bench.Subjects.ShouldHaveSingleItem();
        subject.CustomerId.ShouldBe(Given.CustomerId('1'));
        subject.WrappedKey.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Event_WhenNobodyHoldsTheExternalId_WaitsForSomebody()
    {
        await IngestAsync(Sent("ext-8"));

        _bench.Subjects.ShouldHaveSingleItem().CustomerId.ShouldBeNull();
    }

    [Fact]
    public async Task Event_WhenItIsOfACustomerWhoWasDeleted_IsAcceptedAndNotStored()
    {
        Fence("ext-8");
        using var discarded = new Measured<long>(FlexPriceTelemetry.FencedOff);

        var ids = await IngestAsync(Sent("ext-8") with { EventId = "late-1" }, Sent("ext-1"), Sent("ext-8") with { EventId = "late-2" });

        (ids.Count, ids[0], ids[2]).ShouldBe((3, "late-1", "late-2"));
        discarded.Lines.ShouldBe(["2 usage_event"]);
        _events.ShouldHaveSingleItem().SubjectId.ShouldBe(_bench.Subjects.ShouldHaveSingleItem().Id);
        await _fences.Received(1).ActiveAsync(Arg.Any<IReadOnlyCollection<LookupHash>>(), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Discarded_WhenTheTransactionIsRolledBackAndTriedAgain_AreCountedOnceWhenItIsCommitted()
    {
        Fence("ext-8");
        using var discarded = new Measured<long>(FlexPriceTelemetry.FencedOff);
        await Should.ThrowAsync<TimeoutException>(() => _unitOfWork.ExecuteAsync<Result<IReadOnlyList<string>>>(
            async _ =>
            {
                await HandleAsync([Sent("ext-8")]);
                throw new TimeoutException();
            },
            default));
        discarded.Lines.ShouldBeEmpty();

        await IngestAsync(Sent("ext-8"));

        discarded.Lines.ShouldBe(["1 usage_event"]);
    }

    [Fact]
    public async Task Event_WhenAnotherCustomerHoldsTheExternalIdNow_PassesTheFence()
    {
        Fence("ext-1");

        await IngestAsync(Sent("ext-1"));

        _bench.Subjects.ShouldHaveSingleItem().CustomerId.ShouldBe(Given.CustomerId('1'));
    }

    [Fact]
    public async Task Event_WhenItIsOfTheTimeOfADeletedHolder_IsDiscardedThoughAnotherCustomerHoldsTheExternalId()
    {
        using var discarded = new Measured<long>(FlexPriceTelemetry.FencedOff);
        End("ext-1", holder: null, minute: 2);

        await IngestAsync(Sent("ext-1") with { Timestamp = Given.At(2).At }, Sent("ext-1") with { Timestamp = Given.At(3).At }, Sent("ext-1"));

        discarded.Lines.ShouldBe(["1 usage_event"]);
        _events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Event_WhenItIsOfTheTimeOfAHolderWhoTookAnotherExternalId_IsThatCustomers()
    {
        var former = _bench.AddSubject("ext-2", Given.CustomerId('2'));
        End("ext-1", Given.CustomerId('2'), minute: 2);
        End("ext-1", Given.CustomerId('3'), minute: 3);

        await IngestAsync(Sent("ext-1") with { Timestamp = Given.At(2).At }, Sent("ext-1") with { Timestamp = Given.At(3).At }, Sent("ext-1"));

        _events[0].SubjectId.ShouldBe(former.Id);
        _bench.Subjects.Select(subject => (subject.CustomerId, subject.ExternalIdHash is null))
            .ShouldBe([(Given.CustomerId('2'), false), (Given.CustomerId('3'), true), (Given.CustomerId('1'), false)]);
        _events[1].SubjectId.ShouldBe(_bench.Subjects[1].Id);
        _events[2].SubjectId.ShouldBe(_bench.Subjects[2].Id);
    }

    // Both came at the same moment, or from a version before.
    [Fact]
    public async Task Event_WhenTheSubjectUnderItsExternalIdIsNotTheHolders_SetsThatRight()
    {
        var waiting = _bench.AddSubject("ext-1");
        var others = _bench.AddSubject("ext-2", Given.CustomerId('1'), '2');
        _bench.Customers.Stored.Add(Given.Customer('2'));

        await IngestAsync(Sent("ext-1"), Sent("ext-2"));

        waiting.CustomerId.ShouldBe(Given.CustomerId('1'));
        (others.CustomerId, others.ExternalIdHash).ShouldBe((Given.CustomerId('1'), null));
        _events[1].SubjectId.ShouldBe(_bench.Subjects.Single(subject => subject.CustomerId == Given.CustomerId('2')).Id);
    }

    [Fact]
    public async Task Events_WhenManyExternalIdsAreNamed_AreJudgedTogether()
    {
        await IngestAsync([.. Enumerable.Range(0, 1000).Select(index => Sent($"ext-{index}") with { Timestamp = Given.Noon })]);

        _events.Count.ShouldBe(1000);
        _bench.Holders.Searches.ShouldBe(1);
        _bench.Usage.ReceivedCalls().Count(call => call.GetMethodInfo().Name.StartsWith("Find", StringComparison.Ordinal)).ShouldBe(2);
        _fences.ReceivedCalls().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Events_WhenOfOneCustomer_ShareOneSubject()
    {
        var known = _bench.AddSubject("ext-2");

        await IngestAsync(Sent("ext-1"), Sent("ext-1"), Sent("ext-2"));

        _bench.Subjects.Count.ShouldBe(2);
        _events.Select(stored => stored.SubjectId).Distinct().Count().ShouldBe(2);
        _events[2].SubjectId.ShouldBe(known.Id);
    }

    [Fact]
    public async Task Event_WhenItsIdWasSeen_IsAcceptedAndNotStoredAgain()
    {
        _stored.Add((_bench.AddSubject("ext-1", Given.CustomerId('1')).Owner, new LookupHash("event_id:evt-old")));

        var ids = await IngestAsync(Sent("ext-1") with { EventId = "evt-old" }, Sent("ext-1") with { EventId = "evt-new" }, Sent("ext-1") with { EventId = "evt-new" });

        ids.ShouldBe(["evt-old", "evt-new", "evt-new"]);
        _events.ShouldHaveSingleItem().EventIdHash.ShouldBe(new LookupHash("event_id:evt-new"));
    }

    [Fact]
    public async Task Event_WhenItsIdWasSeenOfAnotherCustomer_IsStored()
    {
        _stored.Add((_bench.AddSubject("ext-2").Owner, new LookupHash("event_id:evt-1")));

        await IngestAsync(Sent("ext-1") with { EventId = "evt-1" }, Sent("ext-3") with { EventId = "evt-1" }, Sent("ext-2") with { EventId = "evt-1" });

        _events.Select(stored => stored.EventIdHash).ShouldBe([new LookupHash("event_id:evt-1"), new LookupHash("event_id:evt-1")]);
        _events.Select(stored => stored.SubjectId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Event_WhenItsIdWasSeenUnderAFormerExternalIdOfTheCustomer_IsNotStoredAgain()
    {
        var customer = Given.CustomerId('1');
        _bench.AddSubject("ext-1", customer);
        _stored.Add((_bench.AddSubject("ext-former", customer).Owner, new LookupHash("event_id:evt-1")));

        await IngestAsync(Sent("ext-1") with { EventId = "evt-1" });

        _events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_WhenTheKeyOfItsSubjectDoesNotOpen_IsRefusedWithTheWayOut()
    {
        _seal.Seal(Arg.Any<UsageSubject>(), Arg.Any<UsageEventId>(), Arg.Any<SealedUsage>()).Returns((byte[]?)null);

        var error = (await QueryAsync(Sent("ext-1"))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.InvalidOperation);
        error.Details.ShouldContainKey("fix");
        _events.ShouldBeEmpty();
    }

    private void Fence(string externalId) => _fences
        .ActiveAsync(Arg.Any<IReadOnlyCollection<LookupHash>>(), Given.At(5).At, Arg.Any<CancellationToken>())
        .Returns(call => call.Arg<IReadOnlyCollection<LookupHash>>().Where(asked => asked == _bench.Resolver.Hash(externalId)).ToHashSet());

    private void End(string externalId, CustomerId? holder, int minute)
    {
        var ended = PastHolding.End(Given.Scope, _bench.Resolver.Hash(externalId), holder ?? default, Given.At(minute).At, null);
        if (holder is null)
        {
            typeof(PastHolding).GetProperty(nameof(PastHolding.CustomerId))!.SetValue(ended, null);
        }

        _bench.Past.Stored.Add(ended);
    }

    private static EventToIngest Sent(string externalId) => new() { EventName = "api_call", ExternalCustomerId = externalId };

    private async Task<IReadOnlyList<string>> IngestAsync(params EventToIngest[] events) => (await QueryAsync(events)).Value;

    private Task<Result<IReadOnlyList<string>>> QueryAsync(params EventToIngest[] events) =>
        _unitOfWork.ExecuteAsync(_ => HandleAsync(events), default);

    private Task<Result<IReadOnlyList<string>>> HandleAsync(EventToIngest[] events) =>
        new IngestEventsHandler(_unitOfWork, _bench.Usage, new UsageSubjects(_bench.Usage, _seal, _fences, _bench.Holders, _bench.Locks, _bench.Ids, _bench.Caller), new UsageEventFactory(_seal, _bench.Resolver, new PlainHasher(), _bench.Ids, _bench.Caller), _bench.Clock)
            .HandleAsync(new IngestEventsCommand(events), default);
}
