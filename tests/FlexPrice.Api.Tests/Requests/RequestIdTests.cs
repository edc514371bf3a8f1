using System.Text.RegularExpressions;
using FlexPrice.Api.Requests;

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
        const string sent = "0f8fad5b-d9cb-469f-a165-70867728950e";

        (await fixture.World.Api.GetAsync(path, (Header, sent))).Headers[Header].ShouldBe(sent);
        (await fixture.Host.ClientFor(null).GetAsync(path, (Header, sent))).Headers[Header].ShouldBe(sent);
    }

    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("0F8FAD5BD9CB469FA16570867728950E")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("01arz3ndektsv4rrffq69g5fav")]
    [InlineData("req_a")]
    [InlineData("req_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01")]
    public void RequestId_WhenItIsAUuidAUlidOrLikeOurs_IsKept(string sent) => RequestId.IsAcceptable(sent).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ada@example.com")]
    [InlineData("Ada-Lovelace")]
    [InlineData("trace_1")]
    [InlineData("0f8fad5b-d9cb469f-a165-70867728950e")]
    [InlineData("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e\n")]
    [InlineData("81ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAU")]
    [InlineData("req_")]
    [InlineData("req_ada@example.com")]
    [InlineData("req_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012")]
    [InlineData("REQ_a")]
    public async Task RequestId_WhenItIsAnythingElse_IsOurs(string? sent)
    {
        RequestId.IsAcceptable(sent).ShouldBeFalse();
        if (sent?.EndsWith('\n') != true)
        {
            var answer = await fixture.World.Api.GetAsync("/health/live", sent is null ? [] : [(Header, sent)]);

            Generated().IsMatch(answer.Headers[Header]).ShouldBeTrue(answer.Headers[Header]);
        }
    }

    [GeneratedRegex("^req_[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex Generated();
}
