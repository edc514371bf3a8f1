using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class RabbitMqSettingsTests
{
    private const string Password = "pa55word";

    private readonly List<string> _errors = [];
    private IReadOnlyList<string> _warnings = [];

    [Theory]
    [InlineData("amqps://flexprice:pa55word@rabbit.example.com")]
    [InlineData("amqps://flexprice:pa55word@rabbit.example.com:5671/")]
    [InlineData("amqps://flexprice:pa55word%40%2F@rabbit.example.com/billing%2Feu")]
    [InlineData("amqp://localhost")]
    [InlineData("amqp://guest:guest@127.0.0.1:5672/%2F")]
    public void Read_WhenItCanWork_TakesIt(string uri)
    {
        Read(uri)!.Uri.OriginalString.ShouldBe(uri);

        _errors.ShouldBeEmpty();
        _warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Read_WhenThereIsNone_IsOff(string? uri)
    {
        Read(uri).ShouldBeNull();

        _errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rabbit.example.com", "amqp or amqps")]
    [InlineData("https://flexprice:pa55word@rabbit.example.com", "amqp or amqps")]
    [InlineData("amqp:pa55word", "name a host")]
    [InlineData("amqps://flexprice:pa55word/@rabbit.example.com", "amqp or amqps")]
    [InlineData("amqps://pa55word@rabbit.example.com", "user name and a password or neither")]
    [InlineData("amqps://:pa55word@rabbit.example.com", "user name and a password or neither")]
    [InlineData("amqps://flexprice:pa55:word@rabbit.example.com", "%3A")]
    [InlineData("amqps://flexprice:pa55word@rabbit.example.com/billing/eu", "%2F")]
    [InlineData("amqps://flexprice:pa55word@rabbit.example.com/billing/", "%2F")]
    [InlineData("amqps://flexprice:pa55word@rabbit.example.com/billing?heartbeat=5", "%3F")]
    [InlineData("amqps://flexprice:pa55word@rabbit.example.com/billing#eu", "%23")]
    public void Read_WhenItCannotWork_NamesTheSettingAndTheWayOutAndKeepsThePassword(string uri, string wayOut)
    {
        Read(uri);

        var error = _errors.ShouldHaveSingleItem();
        error.ShouldStartWith("RabbitMq__Uri");
        error.ShouldContain(wayOut);
        error.ShouldNotContain(Password);
        error.ShouldNotContain("pa55:word");
    }

    [Fact]
    public void Read_WhenEverybodyOnTheWayCanRead_Warns()
    {
        Read("amqp://flexprice:pa55word@rabbit.example.com");

        _errors.ShouldBeEmpty();
        var warning = _warnings.ShouldHaveSingleItem();
        warning.ShouldStartWith("RabbitMq__Uri is plain amqp");
        warning.ShouldNotContain(Password);
    }

    [Fact]
    public void Text_WhenItIsWrittenWithOtherSettings_HasNoPassword() =>
        new { RabbitMq = Read("amqps://flexprice:pa55word@rabbit.example.com") }.ToString()!.ShouldNotContain(Password);

    private RabbitMqSettings? Read(string? uri)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["RabbitMq:Uri"] = uri }).Build();
        var reader = new SettingReader(configuration, _errors);
        var read = RabbitMqSettings.Read(reader);
        _warnings = reader.Warnings;
        return read;
    }
}
