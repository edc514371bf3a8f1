using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets;

/// <summary>Why something cannot be done to a wallet.</summary>
public static class WalletErrors
{
    /// <summary>No such wallet in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, "Wallet not found").With("wallet_id", Error.Echo(id));
        return TypedId.TryParse<WalletId>(id, out _) ? error : error.With("hint", $"Ids of wallets are {WalletId.Prefix}_ and 26 characters.");
    }

    /// <summary>The customer has an active wallet of this currency and type.</summary>
    public static Error OnePerCurrencyAndType() =>
        new Error(ErrorKind.AlreadyExists, "A customer can only have one active wallet per currency and wallet type")
            .With("currency", "Use the wallet that exists, terminate it first, or choose another currency or wallet_type.");

    /// <summary>It was closed before.</summary>
    public static Error AlreadyTerminated() =>
        new Error(ErrorKind.InvalidOperation, "Wallet is already terminated").With("fix", $"Nothing is left to do; open another wallet with {Operation.CreateWallet} if the customer needs one.");

    /// <summary>Credits can be added to active wallets only.</summary>
    public static Error NotActive() =>
        new Error(ErrorKind.InvalidOperation, "Wallet is not active").With("fix", $"Choose an active wallet of the customer, or open one with {Operation.CreateWallet}.");
}
