using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.CreateWallet;

/// <summary>Opens a wallet.</summary>
[RequiresPermission(Permission.WalletWrite)]
public sealed record CreateWalletCommand : ICommand<CommandResult<WalletId>>
{
    /// <summary>Whose it is. Required.</summary>
    public CustomerReference Customer { get; init; } = new(null);

    /// <summary>ISO 4217 code. Required.</summary>
    public string? Currency { get; init; }

    /// <summary>At most 255 characters.</summary>
    public string? Name { get; init; }

    /// <summary>At most 255 characters.</summary>
    public string? Description { get; init; }

    /// <summary>PRE_PAID (default) or POST_PAID.</summary>
    public string? WalletType { get; init; }

    /// <summary>How much money one credit is worth. Default 1.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>Credits that it begins with. Default 0.</summary>
    public decimal? InitialCreditsToLoad { get; init; }

    /// <summary>The tenant's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
