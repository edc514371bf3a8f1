using System.Globalization;

namespace FlexPrice.Domain.Tests;

/// <summary>How many samples a property test draws: small by default, more with <c>FLEXPRICE_ROUNDS</c>.</summary>
internal static class Rounds
{
    public static long Of(long perRound) =>
        int.TryParse(System.Environment.GetEnvironmentVariable("FLEXPRICE_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) && rounds > 0
            ? rounds * perRound
            : perRound;
}
