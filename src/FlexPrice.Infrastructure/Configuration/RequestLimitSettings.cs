using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The operator's limit of requests per key.</summary>
internal static class RequestLimitSettings
{
    private const int PerSecondByDefault = 1000;
    private const int Maximum = 1_000_000;

    public static RequestLimit Read(SettingReader reader)
    {
        var perSecond = reader.Number("RateLimit:RequestsPerSecond", PerSecondByDefault, least: 0, Maximum);
        var burst = reader.Number("RateLimit:Burst", 2 * perSecond, least: 0, 2 * Maximum);
        if (burst < perSecond)
        {
            reader.Refuse("RateLimit__Burst must be at least RateLimit__RequestsPerSecond.");
        }

        return new RequestLimit(perSecond == 0 ? null : perSecond, burst);
    }
}
