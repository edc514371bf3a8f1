using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Api.Wallets;

/// <summary>A new wallet.</summary>
internal sealed record CreateWalletRequest
{
    /// <summary>Our id of the customer; wins over external_customer_id.</summary>
    public string? CustomerId { get; init; }

    public string? ExternalCustomerId { get; init; }

    public string? Currency { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>PRE_PAID (default) or POST_PAID.</summary>
    public string? WalletType { get; init; }

    /// <summary>How much money one credit is worth. Default 1.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>Default 0.</summary>
    public decimal? InitialCreditsToLoad { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public CreateWalletCommand ToCommand() => new()
    {
        Customer = new CustomerReference(CustomerId, ExternalCustomerId),
        Currency = Currency,
        Name = Name,
        Description = Description,
        WalletType = WalletType,
        ConversionRate = ConversionRate,
        InitialCreditsToLoad = InitialCreditsToLoad,
        Metadata = Metadata,
    };
}
