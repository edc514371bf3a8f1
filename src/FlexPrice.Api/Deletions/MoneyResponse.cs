using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>An amount of money.</summary>
/// <param name="Currency">ISO 4217 code in lower case.</param>
/// <param name="Amount">The amount in major units.</param>
internal sealed record MoneyResponse(string Currency, decimal Amount)
{
    public static MoneyResponse Of(MoneyAmount money) => new(money.Currency, money.Amount);
}
