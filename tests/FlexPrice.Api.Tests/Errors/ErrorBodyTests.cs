using System.Net;

namespace FlexPrice.Api.Tests.Errors;

public sealed class ErrorBodyTests(ApiOn<SqliteEngine> fixture) : IClassFixture<ApiOn<SqliteEngine>>
{
    private World World => fixture.World;

    [Theory]
    [InlineData("GET", "/v1")]
    [InlineData("GET", "/v1/")]
    [InlineData("GET", "/v1/plans")]
    [InlineData("GET", "/v1/customers/a/b/c")]
    [InlineData("POST", "/v1/customers/a/unknown")]
    [InlineData("GET", "/V1/unknown")]
    public async Task Route_WhenUnknownBelowV1_Is404InTheUnionBody(string method, string path)
    {
        foreach (var key in new[] { ApiHost.BootstrapKey, null })
        {
            (await fixture.Host.ClientFor(key).SendAsync(new HttpMethod(method), path, null)).ShouldBeError(HttpStatusCode.NotFound, "not_found", "Page not found").Details.ContainsKey("hint").ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("PATCH", "/v1/customers", "GET")]
    [InlineData("DELETE", "/v1/customers", "POST")]
    [InlineData("POST", "/v1/customers/cust_1", "DELETE")]
    [InlineData("DELETE", "/v1/settings/deletion-policy", "PUT")]
    [InlineData("GET", "/v1/deletions/search/x", "")]
    public async Task Method_WhenNotAllowed_Is405InTheUnionBodyAndNamesTheAllowed(string method, string path, string allowed)
    {
        var answer = await World.Api.SendAsync(new HttpMethod(method), path, null);
        if (allowed.Length == 0)
        {
            answer.ShouldBe(HttpStatusCode.NotFound);
            return;
        }

        answer.ShouldBeError(HttpStatusCode.MethodNotAllowed, "method_not_allowed").Details["allowed"]!.GetValue<string>().ShouldContain(allowed);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v2/customers")]
    [InlineData("/customers")]
    [InlineData("/v1x")]
    public async Task Path_WhenOutsideOfV1_IsText404(string path)
    {
        var answer = await World.Api.GetAsync(path);

        answer.ShouldBe(HttpStatusCode.NotFound).Text.ShouldBe("404 page not found");
    }

    [Fact]
    public async Task Answer_WhenAnError_IsNotCachedAndNotSniffed()
    {
        var answer = await World.Api.GetAsync($"/v1/customers/{Ids.New("cust")}");

        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Cache-Control"].ShouldContain("no-store");
        answer.Headers.ContainsKey("Server").ShouldBeFalse();
    }
}
