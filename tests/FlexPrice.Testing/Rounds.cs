using System.Globalization;

namespace FlexPrice.Testing;

/// <summary>How many samples a random test draws, and from which seed: a failure names the seed, <c>FLEXPRICE_SEED</c> draws the same again.</summary>
internal static class Rounds
{
    public static int Seed { get; } = Read("FLEXPRICE_SEED") ?? System.Environment.TickCount & 0xFFFFFF;

    public static int Of(int perRound) => perRound * Math.Max(1, Read("FLEXPRICE_ROUNDS") ?? 1);

    private static int? Read(string variable) =>
        int.TryParse(System.Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : null;
}
