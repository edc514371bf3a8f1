using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets;

/// <summary>The id of a wallet transaction: <c>wtxn_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct WalletTransactionId(string Value) : ITypedId<WalletTransactionId>
{
    /// <inheritdoc />
    public static string Prefix => "wtxn";

    /// <inheritdoc />
    public static WalletTransactionId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
