using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class WebhookSettingsTests
{
    private const string Url = "https://example.com/hooks";

    // 24 bytes, the fewest that Standard Webhooks allow.
    private const string Secret = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private readonly List<string> _errors = [];
    private IReadOnlyList<string> _warnings = [];

    [Theory]
    [InlineData(null, null)]
    [InlineData(Url, null)]
    [InlineData(Url, "whsec_" + Secret)]
    [InlineData(Url, Secret)]
    [InlineData("http://localhost:9000/hooks", "whsec_" + Secret)]
    public void Read_WhenTheyCanWork_TakesThem(string? url, string? secret)
    {
        var read = Read(url, secret);

        _errors.ShouldBeEmpty();
        _warnings.ShouldBeEmpty();
        read.Url?.OriginalString.ShouldBe(url);
        read.Secret.ShouldBe(secret);
    }

    [Theory]
    [InlineData(Url, "whsec_no*base64*no*base64*no*base64", "Webhooks__Secret")]
    [InlineData(Url, "whsec_c2hvcnQ=", "Webhooks__Secret")]
    [InlineData(Url, "whsec_" + Secret + Secret + Secret, "Webhooks__Secret")]
    [InlineData(null, "whsec_" + Secret, "Webhooks__Secret")]
    [InlineData("https://user:password@example.com/hooks", null, "Webhooks__Url")]
    [InlineData("example.com/hooks", null, "Webhooks__Url")]
    public void Read_WhenTheyCannotWork_NamesTheSettingAndKeepsTheSecret(string? url, string? secret, string named)
    {
        Read(url, secret);

        var error = _errors.ShouldHaveSingleItem();
        error.ShouldStartWith(named);
        error.ShouldNotContain("password@");
        error.ShouldNotContain(secret ?? "password@", Case.Sensitive);
    }

    [Fact]
    public void Read_WhenEverybodyOnTheWayCanRead_Warns()
    {
        Read("http://example.com/hooks", secret: null);

        _errors.ShouldBeEmpty();
        _warnings.ShouldHaveSingleItem().ShouldStartWith("Webhooks__Url is plain http");
    }

    private WebhookSettings Read(string? url, string? secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Webhooks:Url"] = url, ["Webhooks:Secret"] = secret }).Build();
        var reader = new SettingReader(configuration, _errors);
        var read = WebhookSettings.Read(reader);
        _warnings = reader.Warnings;
        return read;
    }
}
