using System.Text;
using FlexPrice.Api.Invoices;
using FlexPrice.Api.Usage;
using FlexPrice.Api.Wire;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>A small body must not become large objects: what holds too much is refused before anything is made of it.</summary>
public sealed class EntryCountTests
{
    private const long Little = 2 * 1024 * 1024;

    [Fact]
    public void Body_WhenItIsAllTinyEntries_IsRefusedByTheNameOfTheFieldAndMakesNoObjects()
    {
        var numbered = string.Join(',', Enumerable.Range(0, 1_000_000).Select(number => $"\"{number}\":1"));
        ShouldBeRefused<BulkEventsRequest>(Events(Repeated("{}", 5_000_000)), "events");
        ShouldBeRefused<BulkEventsRequest>(Events(WithProperties(numbered)), "events");
        ShouldBeRefused<BulkEventsRequest>(Events(Repeated(WithProperties(Repeated("\"a\":1", 1000)), 1000)), "events");
        ShouldBeRefused<CreateInvoiceRequest>("{\"line_items\":[" + Repeated("{}", 340_000) + "]}", "line_items");
        ShouldBeRefused<CreateInvoiceRequest>("{" + Repeated("\"limit\":1", 90_000) + "}", "body");
        ShouldBeRefused<CreateInvoiceRequest>("{\"unknown\":[" + Repeated("[]", 300_000) + "]}", "unknown");
    }

    [Fact]
    public void Body_WhenItIsAsLargeAsItMayBe_IsRead()
    {
        var properties = string.Join(',', Enumerable.Range(0, 250).Select(number => $"\"p{number}\":1"));
        var read = BodyParser.Parse<BulkEventsRequest>(Encoding.UTF8.GetBytes(Events(Repeated(WithProperties(properties), 1000))));

        read.Error.ShouldBeNull();
        read.Value.Events!.Count.ShouldBe(1000);
    }

    [Fact]
    public void Field_WhenItIsSentTwice_IsRefused() =>
        BodyParser.Parse<CreateInvoiceRequest>("""{"currency":"usd","currency":"eur"}"""u8).Error.ShouldNotBeNull().Details.Keys.ShouldContain("currency");

    private static void ShouldBeRefused<T>(string body, string field)
        where T : class
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var parsed = BodyParser.Parse<T>(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        parsed.Error.ShouldNotBeNull().Details.Keys.ShouldBe([field]);
        allocated.ShouldBeLessThan(Little, $"{field} of {bytes.Length} bytes");
    }

    private static string Events(string events) => "{\"events\":[" + events + "]}";

    private static string WithProperties(string properties) => "{\"event_name\":\"a\",\"properties\":{" + properties + "}}";

    private static string Repeated(string text, int times) => string.Join(',', Enumerable.Repeat(text, times));
}
