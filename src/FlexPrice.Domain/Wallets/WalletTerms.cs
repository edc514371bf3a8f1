namespace FlexPrice.Domain.Wallets;

/// <summary>What is agreed when a wallet is opened.</summary>
/// <param name="Name">At most 255 characters, may be empty.</param>
/// <param name="Description">At most 255 characters, may be empty.</param>
/// <param name="Currency">ISO 4217 code in lower case.</param>
/// <param name="Type">When it is filled.</param>
/// <param name="ConversionRate">How much money one credit is worth, more than 0.</param>
/// <param name="Metadata">The tenant's own pairs.</param>
public sealed record WalletTerms(
    string Name,
    string Description,
    string Currency,
    WalletType Type,
    decimal ConversionRate,
    IReadOnlyDictionary<string, string>? Metadata);
