using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Tests.Wire;
using FlexPrice.Application;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Documentation;

public sealed class OpenPagesTests(ApiOn<SqliteEngine> fixture) : IClassFixture<ApiOn<SqliteEngine>>
{
    private const string Marker = "x-flexprice-extension";

    private static readonly JsonSerializerOptions AsStored = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ApiClient Anybody => fixture.Host.ClientFor(null);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WhenTheServerRuns_IsHealthyForEverybody(string path) =>
        (await Anybody.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe("Healthy");

    // Anybody may ask for these, as often as he likes: what is added here must cost next to nothing.
    [Fact]
    public void Pages_WhenTheyNeedNoKey_AreTheseOnly() =>
        fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiresKeyMetadata>() is null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").Distinct()
            .ShouldBe(["/health/live", "/health/ready", "/openapi/v1.json", "/docs/{documentName?}", "/docs/scalar.js", "/docs/scalar.aspnetcore.js", "/docs/favicon.svg"], ignoreOrder: true);

    [Fact]
    public async Task Document_WhenAskedAgain_IsTheSameBytesAndNothingForWhoHasThem()
    {
        var first = await Anybody.GetAsync("/openapi/v1.json");
        var tag = first.Headers["ETag"];

        (await Anybody.GetAsync("/openapi/v1.json")).Headers["ETag"].ShouldBe(tag);
        (await Anybody.GetAsync("/openapi/v1.json?x=1")).Text.ShouldBe(first.Text);
        tag.ShouldStartWith("\"");
        first.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        first.Headers["Cache-Control"].ShouldBe("no-cache");
        var known = await Anybody.GetAsync("/openapi/v1.json", ("If-None-Match", tag));
        known.ShouldBe(HttpStatusCode.NotModified).Text.ShouldBeEmpty();
        known.Headers["ETag"].ShouldBe(tag);
        var head = (await Anybody.SendAsync(HttpMethod.Head, "/openapi/v1.json", content: null)).ShouldBe(HttpStatusCode.OK);
        head.Text.ShouldBeEmpty();
        head.Headers["ETag"].ShouldBe(tag);
        (await Anybody.GetAsync("/openapi/v2.json")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Docs_WhenOpened_AreHtml()
    {
        var page = await Anybody.GetAsync("/docs");
        if (page.Status is HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
        {
            page = await Anybody.GetAsync(page.Headers["Location"].StartsWith('/') ? page.Headers["Location"] : $"/{page.Headers["Location"]}");
        }

        page.ShouldBe(HttpStatusCode.OK).Headers["Content-Type"].ShouldStartWith("text/html");
        page.Text.ShouldContain("<html", Case.Insensitive);
    }

    // The server returns the age of a cached answer.
    [Theory]
    [InlineData("", "gzip", true)]
    [InlineData("?v=1", "br;q=0.5, gzip", true)]
    [InlineData("?v=2", "identity", false)]
    [InlineData("?v=3", "gzip;q=0", false)]
    public async Task Script_WhenAskedAgainInWhateverWords_IsNotUnpackedAgain(string query, string encoding, bool isCompressed)
    {
        (await Anybody.GetAsync("/docs/scalar.js", ("Accept-Encoding", isCompressed ? "gzip" : "deflate"))).ShouldBe(HttpStatusCode.OK);

        var again = (await Anybody.GetAsync($"/docs/scalar.js{query}", ("Accept-Encoding", encoding))).ShouldBe(HttpStatusCode.OK);

        again.Headers.ShouldContainKey("Age");
        again.Headers.ContainsKey("Content-Encoding").ShouldBe(isCompressed);
    }

    [Fact]
    public async Task Page_WhenItsNameIsMadeUp_Is404AndNothingIsKept()
    {
        for (var i = 0; i < 20; i++)
        {
            var path = $"/docs/made-up-{i % 10}";
            (await Anybody.GetAsync(path)).ShouldBe(HttpStatusCode.NotFound).Headers.ShouldNotContainKey("Age", path);
        }

        foreach (var path in new[] { "/docs/", "/docs/v1", "/docs/v1" })
        {
            (await Anybody.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Headers.ShouldNotContainKey("Age", path);
        }
    }

    // Each path that is kept costs memory, so that none may be a caller's invention.
    [Fact]
    public void Paths_WhenTheirAnswersAreKept_AreThoseOfTheScriptsOnly() =>
        fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<OutputCacheAttribute>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").Distinct()
            .ShouldBe(["/docs/scalar.js", "/docs/scalar.aspnetcore.js"], ignoreOrder: true);

    [Fact]
    public async Task Document_WhenAsked_ListsEveryEndpointAndNothingElse()
    {
        var document = await DocumentAsync();

        var documented = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(operation => operation.Value is JsonObject { } body && body.ContainsKey("responses")).Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key.TrimEnd('/')}"))
            .Where(name => name.Contains("/v1", StringComparison.Ordinal));

        documented.ShouldBe(ApiEndpoint.Of(fixture.Host).Select(endpoint => endpoint.Name), ignoreOrder: true);
    }

    [Theory]
    [InlineData("/v1/customers/{id}/deletion-plan", "get", true)]
    [InlineData("/v1/deletions/{id}", "get", true)]
    [InlineData("/v1/deletions/search", "post", true)]
    [InlineData("/v1/settings/deletion-policy", "get", true)]
    [InlineData("/v1/settings/deletion-policy", "put", true)]
    [InlineData("/v1/settings/retention-policy", "put", true)]
    [InlineData("/v1/deletions/{id}/recipients/{recipient_id}/waive", "post", true)]
    [InlineData("/v1/workflows", "post", true)]
    [InlineData("/v1/workflows/search", "post", false)]
    [InlineData("/v1/invoices", "post", false)]
    [InlineData("/v1/customers/{id}", "delete", false)]
    [InlineData("/v1/customers/search", "post", false)]
    public async Task Operation_WhenItIsOurAddition_IsMarked(string path, string method, bool isAddition)
    {
        var operation = (await DocumentAsync())["paths"]![path]![method]!.AsObject();

        (operation[Marker]?.GetValue<bool>() ?? false).ShouldBe(isAddition);
    }

    [Fact]
    public async Task Deletion_WhenDocumented_DeclaresItsChoicesItsHeadersAndItsErrors()
    {
        var operation = (await DocumentAsync())["paths"]!["/v1/customers/{id}"]!["delete"]!;

        var parameters = operation["parameters"]!.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == "query").ToList();
        parameters.Select(parameter => parameter!["name"]!.GetValue<string>())
            .ShouldBe([.. CascadeOrder.Edges, "child_customers_parent", "plan_digest"], ignoreOrder: true);
        parameters.ShouldAllBe(parameter => parameter![Marker]!.GetValue<bool>());
        operation["responses"]!["204"]!["headers"]!.AsObject().Select(header => header.Key).ShouldBe(["FlexPrice-Deletion-Id", "Location"], ignoreOrder: true);
        operation["responses"]!["204"]!.AsObject().ContainsKey("content").ShouldBeFalse();
        operation["responses"]!.AsObject().Count(response => response.Key[0] == '4').ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Document_WhenCompared_IsTheOneInTheRepository()
    {
        var stored = Path.Combine(Root(), "docs", "openapi", "flexprice.v1.json");
        var document = await DocumentAsync();
        document.Remove("servers");
        if (Environment.GetEnvironmentVariable("FLEXPRICE_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(stored, document.ToJsonString(AsStored));
        }

        var expected = JsonNode.Parse(await File.ReadAllTextAsync(stored))!.AsObject();
        expected.Remove("servers");

        JsonNode.DeepEquals(document, expected).ShouldBeTrue("docs/openapi/flexprice.v1.json is out of date: run this test with FLEXPRICE_UPDATE_DOCS=1 and commit what it writes.");
    }

    private async Task<JsonObject> DocumentAsync() => (await Anybody.GetAsync("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK).Body;

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
