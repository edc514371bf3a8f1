using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets;

/// <summary>The id of a wallet: <c>wallet_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct WalletId(string Value) : ITypedId<WalletId>
{
    /// <inheritdoc />
    public static string Prefix => "wallet";

    /// <inheritdoc />
    public static WalletId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
