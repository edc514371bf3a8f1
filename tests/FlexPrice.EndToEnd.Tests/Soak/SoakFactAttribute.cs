namespace FlexPrice.EndToEnd.Tests.Soak;

/// <summary>A fact that runs for <c>FLEXPRICE_SOAK_SECONDS</c>, and not at all without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SoakFactAttribute : FactAttribute
{
    public SoakFactAttribute()
    {
        if (Duration is null)
        {
            Skip = "build/soak.sh runs it.";
        }
    }

    public static TimeSpan? Duration =>
        int.TryParse(System.Environment.GetEnvironmentVariable("FLEXPRICE_SOAK_SECONDS"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
