using System.Text.RegularExpressions;

namespace FlexPrice.Api.Tests.Requests;

public sealed partial class RequestIdTests(ApiOn<SqliteEngine> fixture) : IClassFixture<ApiOn<SqliteEngine>>
{
    private const string Header = "X-Request-ID";

    [Theory]
    [InlineData("/v1/customers")]
    [InlineData("/v1/unknown")]
    [InlineData("/health/live")]
    [InlineData("/nowhere")]
    public async Task RequestId_WhenSent_IsEchoed(string path)
    {
        var sent = Ids.ExternalId("trace");

        (await fixture.World.Api.GetAsync(path, (Header, sent))).Headers[Header].ShouldBe(sent);
        (await fixture.Host.ClientFor(null).GetAsync(path, (Header, sent))).Headers[Header].ShouldBe(sent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("with space")]
    [InlineData("<script>")]
    public async Task RequestId_WhenNotSentOrUnfit_IsMadeUp(string? sent)
    {
        var answer = await fixture.World.Api.GetAsync("/v1/customers", sent is null ? [] : [(Header, sent)]);

        Generated().IsMatch(answer.Headers[Header]).ShouldBeTrue(answer.Headers[Header]);
        (await fixture.World.Api.GetAsync("/v1/customers", (Header, new string('r', 129)))).Headers[Header].ShouldNotStartWith("rrr");
    }

    [GeneratedRegex("^req_[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex Generated();
}
