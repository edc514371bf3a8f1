namespace FlexPrice.Architecture.Tests;

public sealed class HttpTests
{
    private const string IsHashed = "It is the form in which a value is hashed. It never leaves the process, and another form would change every hash.";

    private const string IsTheCallers = "The properties of a usage event are the caller's own JSON values.";

    private static readonly Exemption[] Json =
    [
        new("FlexPrice.Application/Cascade/CascadeDigest.cs", IsHashed),
        new("FlexPrice.Application/Pipeline/IdempotentRequest.cs", IsHashed),
        new("FlexPrice.Application/Usage/IngestEvents/EventToIngest.cs", IsTheCallers),
        new("FlexPrice.Application/Usage/IngestEvents/EventToIngestValidator.cs", IsTheCallers),
        new("FlexPrice.Application/Usage/IngestEvents/UsageEventFactory.cs", IsTheCallers),
    ];

    private static readonly SourceFile[] Core = [.. Product.Sources.Where(source => source.Layer is "Domain" or "Application")];

    private static readonly SourceFile Bad = new(
        "FlexPrice.Domain/Customers/Bad.cs",
        """"
        using System.Text.Json;

        /// <summary>Sent as <c>Authorization</c> over HTTP, for the AuthorizationBehavior.</summary>
        class AuthorizationBehavior;

        .With("fix", "Use PUT /v1/customers/{id} {\"status\":\"published\"} after the time in Retry-After.")
        .With("idempotency-key", $"{{\"id\": 1}} or """{"id":1}""", 'Authorization: Bearer', not {"x"} or {"x", "y"}");
        """");

    private static IReadOnlyList<string> Headers { get; } = HttpRules.HeadersOf(Product.Types.Where(type => type.Assembly == Product.Api), Product.Sources.Where(source => source.Layer == "Api"));

    [Fact]
    public void Headers_WhenTheyAreTheApis_AreFound()
    {
        string[] some = ["x-api-key", "Authorization", "Idempotency-Key", "X-Request-ID", "FlexPrice-Deletion-Id", "Retry-After", "Location", "WWW-Authenticate"];

        some.Except(Headers, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Core_WhenItIsTheProducts_SaysNothingOfHttp() => HttpRules.SayNothingOfHttp(Core, Headers).ShouldHold();

    [Fact]
    public void Core_WhenItSaysHowItIsCalled_IsCaught() => HttpRules.SayNothingOfHttp([Bad], Headers).ShouldCatch(
        "says HTTP",
        "says /v1/customers/{id}",
        "says {\\\"status\\\":",
        "says {{\\\"id\\\":",
        "says {\"id\":",
        "says >Authorization<",
        "says Retry-After",
        "says idempotency-key",
        "says Authorization:");

    [Fact]
    public void Core_WhenItIsTheProducts_HandlesOnlyJsonThatIsData() => HttpRules.HandleNoJson(Core, Json).ShouldHold();

    [Fact]
    public void Core_WhenItHandlesOtherJson_IsCaught() =>
        HttpRules.HandleNoJson([Bad], [new("FlexPrice.Domain/Customers/Former.cs", IsHashed)]).ShouldCatch("Customers/Bad.cs uses System.Text.Json", "Former.cs uses no System.Text.Json any more");
}
