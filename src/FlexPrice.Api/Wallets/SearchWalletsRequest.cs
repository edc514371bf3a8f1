using FlexPrice.Api.Documentation;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Wallets.SearchWallets;

namespace FlexPrice.Api.Wallets;

/// <summary>Which wallets to list.</summary>
internal sealed record SearchWalletsRequest
{
    [FlexPriceExtension]
    public string? CustomerId { get; init; }

    /// <summary>active, frozen or closed; absent for all.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string>? WalletIds { get; init; }

    public int Limit { get; init; }

    public int Offset { get; init; }

    public SearchWalletsQuery ToQuery() => new(CustomerId, Status, WalletIds, new Paging(Limit, Offset));
}
