using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Application.Usage;
using FlexPrice.Application.Usage.SearchEvents;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Tests.Usage;

public sealed class SearchEventsHandlerTests
{
    private static readonly DateTimeOffset Now = Given.At(5).At;

    private readonly CustomerBench _bench = new(Given.Customer('1'));
    private readonly IUsageSeal _seal = Substitute.For<IUsageSeal>();

    public SearchEventsHandlerTests() =>
        _bench.Usage.SearchAsync(null, null, null, null, null, 0, 0, 0, default).ReturnsForAnyArgs((Array.Empty<(UsageEvent, UsageSubject)>(), 0));

    [Fact]
    public async Task Search_WhenNothingIsAsked_LooksBackSevenDays()
    {
        await SearchAsync(new SearchEventsQuery(null, "", "", null, null, new Paging(0, 0)));

        await _bench.Usage.Received(1).SearchAsync(null, null, null, Now.AddDays(-7), Now, Paging.DefaultLimit, 0, RequestLimits.EventsAnswerBytes, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Search_WhenEverythingIsNamed_AsksWithHashesAndInUtc()
    {
        await SearchAsync(new SearchEventsQuery("ext-1", "api_call", "evt-1", Given.Noon.ToOffset(TimeSpan.FromHours(2)), Given.At(1).At, new Paging(10, 20)));

        await _bench.Usage.Received(1).SearchAsync(
            Given.External("ext-1").Hash, "api_call", new LookupHash("event_id:evt-1"), Given.Noon, Given.At(1).At, 10, 20, RequestLimits.EventsAnswerBytes, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Event_WhenFound_IsOpenedWithItsNumbers()
    {
        var (subject, stored) = Found();
        _seal.Open(subject, stored).Returns(new SealedUsage("evt-1", "ext-1", "edge", new Dictionary<string, string> { ["path"] = "/x" }));

        var page = await SearchAsync(new SearchEventsQuery(null, null, null, null, null, new Paging(0, 0)));

        page.Total.ShouldBe(7);
        var view = page.Items.ShouldHaveSingleItem();
        view.EventId.ShouldBe("evt-1");
        view.ExternalCustomerId.ShouldBe("ext-1");
        view.CustomerId.ShouldBe(Given.CustomerId('1').Value);
        view.Source.ShouldBe("edge");
        view.IsUnreadable.ShouldBeFalse();
        view.Properties.ShouldBe(new Dictionary<string, string> { ["path"] = "/x", ["bytes"] = "1.5" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Event_WhenItsSealDoesNotOpen_ShowsWhatIsInClear()
    {
        var (subject, stored) = Found();
        _seal.Open(subject, stored).Returns((SealedUsage?)null);

        var view = (await SearchAsync(new SearchEventsQuery(null, null, null, null, null, new Paging(0, 0)))).Items.ShouldHaveSingleItem();

        view.IsUnreadable.ShouldBeTrue();
        view.EventName.ShouldBe("api_call");
        (view.EventId, view.ExternalCustomerId, view.Source).ShouldBe(("", "", ""));
        view.Properties.ShouldBe(new Dictionary<string, string> { ["bytes"] = "1.5" });
    }

    private (UsageSubject Subject, UsageEvent Event) Found()
    {
        var subject = _bench.AddSubject("ext-1", Given.CustomerId('1'));
        var stored = UsageEvent.Record(
            subject,
            UsageEventId.From(Given.Id("event", '1')),
            new LookupHash("event_id:evt-1"),
            "api_call",
            Given.Noon,
            new Dictionary<string, decimal> { ["bytes"] = 1.5m },
            [9],
            Now);
        _bench.Usage.SearchAsync(null, null, null, null, null, 0, 0, 0, default).ReturnsForAnyArgs((new[] { (stored, subject) }, 7));
        return (subject, stored);
    }

    private async Task<Page<UsageEventView>> SearchAsync(SearchEventsQuery query) =>
        (await new SearchEventsHandler(_bench.Usage, _seal, _bench.Resolver, new PlainHasher(), _bench.Caller, _bench.Clock).HandleAsync(query, default)).Value;
}
