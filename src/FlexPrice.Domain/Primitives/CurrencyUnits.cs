using System.Collections.Frozen;

namespace FlexPrice.Domain.Primitives;

/// <summary>How small the smallest unit of a currency is (ISO 4217, list one, minor units).</summary>
public static class CurrencyUnits
{
    private const int DefaultDigits = 2;

    private static readonly FrozenDictionary<string, int> Exceptions = new[]
    {
        (Decimals: 0, Codes: "bif clp djf gnf isk jpy kmf krw pyg rwf ugx uyi vnd vuv xaf xof xpf"),
        (Decimals: 3, Codes: "bhd iqd jod kwd lyd omr tnd"),
        (Decimals: 4, Codes: "clf uyw"),
    }.SelectMany(group => group.Codes.Split(' ').Select(code => (code, group.Decimals))).ToFrozenDictionary(unit => unit.code, unit => unit.Decimals, StringComparer.OrdinalIgnoreCase);

    /// <summary>Rounds an amount to what can be paid, half a unit up.</summary>
    /// <param name="amount">In major units, 0 or more.</param>
    /// <param name="currency">A code of three letters; one that ISO 4217 does not know has two decimals.</param>
    public static decimal Payable(decimal amount, string currency) =>
        Math.Round(amount, Exceptions.GetValueOrDefault(currency, DefaultDigits), MidpointRounding.AwayFromZero);
}
