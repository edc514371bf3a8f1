using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Usage.SearchEvents;

namespace FlexPrice.Application.Tests.Usage;

public sealed class UsageValidatorsTests
{
    private static readonly EventToIngest Good = new() { EventName = "api_call", ExternalCustomerId = "ext-1" };

    private readonly IngestEventsValidator _ingest = new();

    [Fact]
    public void Ingest_WhenRight_Passes()
    {
        _ingest.WrongFieldsOf(new IngestEventsCommand([Good])).ShouldBeEmpty();
        _ingest.WrongFieldsOf(new IngestEventsCommand([Good with
        {
            EventId = "evt-1",
            Timestamp = Given.Noon,
            Source = "edge",
            Properties = Properties("""{"bytes":1,"path":"/x\u000a","deep":{"a":[null,true]}}"""),
        }])).ShouldBeEmpty();
    }

    [Fact]
    public void Ingest_WhenThereAreNoOrTooManyEvents_NamesTheList()
    {
        _ingest.WrongFieldsOf(new IngestEventsCommand([])).ShouldBe(["events"]);
        _ingest.WrongFieldsOf(new IngestEventsCommand([.. Enumerable.Repeat(Good, 1001)])).ShouldBe(["events"]);
        _ingest.WrongFieldsOf(new IngestEventsCommand(null!)).ShouldBe(["events"]);
    }

    [Fact]
    public void Ingest_WhenAnEventIsWrong_NamesEveryFieldWithItsPlace() =>
        _ingest.WrongFieldsOf(new IngestEventsCommand(
        [
            Good,
            new EventToIngest { EventId = "\0", Source = new string('x', 256), Timestamp = DateTimeOffset.MaxValue, Properties = Properties("""{"a\u0000":1}""") },
            null!,
        ])).ShouldBe(
            ["events[1].event_name", "events[1].external_customer_id", "events[1].event_id", "events[1].source", "events[1].timestamp", "events[1].properties", "events[2]"],
            ignoreOrder: true);

    [Fact]
    public void Properties_WhenANameIsTooLongOrATextCannotBeRead_AreNamed()
    {
        Wrong(Properties($$"""{"{{new string('x', 256)}}":1}""")).ShouldBe(["events[0].properties"]);
        Wrong(Properties("""{"a":"\ud83d"}""")).ShouldBe(["events[0].properties"]);
    }

    [Fact]
    public void Search_WhenRight_Passes()
    {
        var validator = new SearchEventsValidator();

        validator.WrongFieldsOf(new SearchEventsQuery(null, null, null, null, null, new Paging(0, 0))).ShouldBeEmpty();
        validator.WrongFieldsOf(new SearchEventsQuery(null, null, null, Given.Noon, Given.Noon, new Paging(0, 0))).ShouldBeEmpty();
    }

    [Fact]
    public void Search_WhenTheWindowOrThePageIsWrong_NamesThem()
    {
        var validator = new SearchEventsValidator();

        validator.WrongFieldsOf(new SearchEventsQuery(null, null, null, Given.Noon.AddSeconds(1), Given.Noon, new Paging(0, 0))).ShouldBe(["start_time"]);
        validator.WrongFieldsOf(new SearchEventsQuery(null, null, null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new Paging(-1, 0))).ShouldBe(["start_time", "end_time", "limit"]);
    }

    private IReadOnlyList<string> Wrong(IReadOnlyDictionary<string, JsonElement> properties) =>
        _ingest.WrongFieldsOf(new IngestEventsCommand([Good with { Properties = properties }]));

    private static Dictionary<string, JsonElement> Properties(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}
