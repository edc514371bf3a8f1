using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>What only a real server meets: large bodies, long addresses, raw bytes.</summary>
public sealed class LargeRequestTests(KestrelFixture fixture) : IClassFixture<KestrelFixture>, IOn<SqliteEngine>
{
    private World World => fixture.World;

    [Theory]
    [InlineData("/v1/customers", true)]
    [InlineData("/v1/customers", false)]
    [InlineData("/v1/events/bulk", true)]
    [InlineData("/v1/events/bulk", false)]
    public async Task Body_WhenOf50Megabytes_Is413InTheUnionBody(string path, bool announced)
    {
        var before = World.Database.Dump();
        var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes("{\"name\":\"" + new string('x', 50 * 1024 * 1024) + "\"}")));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentLength = announced ? content.Headers.ContentLength : null;

        var answer = await World.Api.SendAsync(HttpMethod.Post, path, content, announced ? [] : [("Transfer-Encoding", "chunked")]);

        answer.ShouldBeError(HttpStatusCode.RequestEntityTooLarge, "payload_too_large").Details.ContainsKey("body").ShouldBeTrue();
        World.Database.Dump().ShouldEqual(before);
    }

    [Theory]
    [InlineData("/v1/events", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/v1/events/query", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/v1/events/bulk", HttpStatusCode.BadRequest)]
    public async Task Body_WhenOfTwoMegabytes_IsForManyEventsOnly(string path, HttpStatusCode status) =>
        (await World.Api.SendTextAsync(HttpMethod.Post, path, "{\"unknown\":\"" + new string('x', 2 * 1024 * 1024) + "\"}")).ShouldBe(status);

    [Fact]
    public async Task Body_WhenAMillionCharactersLong_IsRefusedByName()
    {
        var answer = await World.Api.PostAsync("/v1/customers", new { external_id = new string('x', 1_000_000), name = "Ada" });

        answer.ShouldNameField("external_id");
    }

    [Fact]
    public async Task Id_WhenOf10000Characters_IsA404() =>
        (await World.Api.GetAsync($"/v1/customers/{new string('x', 10_000)}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");

    [Fact]
    public async Task Address_WhenOf100000Characters_IsA4xx()
    {
        var answer = await World.Api.GetAsync($"/v1/customers/{new string('x', 100_000)}");

        ((int)answer.Status).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task ExternalId_WhenItHasSlashesAndPercents_IsFoundAsSent()
    {
        foreach (var externalId in new[] { "a/b", "a%2Fb", "100%", "ü?#&=+", "a b", "a%25b" })
        {
            var id = await World.CustomerAsync(externalId: externalId);

            (await World.Api.GetAsync($"/v1/customers/external/{Uri.EscapeDataString(externalId)}")).ShouldBe(HttpStatusCode.OK, externalId).Id.ShouldBe(id);
        }
    }

    [Theory]
    [InlineData("GET /v1/customers/%zz HTTP/1.1")]
    [InlineData("GET /v1/customers/%00 HTTP/1.1")]
    [InlineData("GET /v1/customers/%ff%fe HTTP/1.1")]
    [InlineData("GET /v1/customers/a%0d%0aX-Injected:1 HTTP/1.1")]
    [InlineData("GET /v1/customers/../../../etc/passwd HTTP/1.1")]
    [InlineData("GET /v1//customers HTTP/1.1")]
    [InlineData("FOO /v1/customers HTTP/1.1")]
    [InlineData("GET /v1/customers?limit=%zz HTTP/1.1")]
    public async Task Request_WhenTheBytesAreHostile_IsA4xx(string line)
    {
        var answer = await RawAsync($"{line}\r\nHost: localhost\r\nx-api-key: {ApiHost.BootstrapKey}\r\nConnection: close\r\n\r\n");

        answer.ShouldMatch("^HTTP/1.1 4[0-9][0-9]");
        answer.Split("\r\n\r\n")[0].ShouldNotContain("X-Injected", Case.Insensitive);
    }

    [Theory]
    [InlineData("x-api-key: \u00ff\u00fe")]
    [InlineData("x-api-key: ")]
    [InlineData("Authorization: Bearer")]
    [InlineData("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    public async Task Key_WhenTheBytesAreHostile_Is401(string header)
    {
        var answer = await RawAsync($"GET /v1/customers HTTP/1.1\r\nHost: localhost\r\n{header}\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 401");
        answer.ShouldContain("internal_error");
    }

    [Theory]
    [InlineData("Idempotency-Key: ")]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: b")]
    public async Task IdempotencyKey_WhenEmptyOrTwice_IsRefused(string header)
    {
        var answer = await RawAsync($"DELETE /v1/customers/{Ids.New("cust")} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {ApiHost.BootstrapKey}\r\n{header}\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain("Idempotency-Key");
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", fixture.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
