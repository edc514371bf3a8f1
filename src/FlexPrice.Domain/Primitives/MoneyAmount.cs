namespace FlexPrice.Domain.Primitives;

/// <summary>An amount of money.</summary>
/// <param name="Currency">ISO 4217 code in lower case.</param>
/// <param name="Amount">The amount in major units.</param>
public sealed record MoneyAmount(string Currency, decimal Amount);
