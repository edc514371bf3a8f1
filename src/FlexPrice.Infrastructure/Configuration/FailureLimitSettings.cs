using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The operator's limit of failed authentications.</summary>
internal static class FailureLimitSettings
{
    private const int PerSecondByDefault = 200;
    private const int PerAddressByDefault = 20;
    private const int Maximum = 100_000;

    public static FailureLimit Read(SettingReader reader) => new(
        Limit(reader.Number("RateLimit:FailedAuthentications", PerSecondByDefault, least: 0, Maximum)),
        Limit(reader.Number("RateLimit:FailedAuthenticationsPerAddress", PerAddressByDefault, least: 0, Maximum)));

    private static int? Limit(int number) => number == 0 ? null : number;
}
