using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.GetWallet;

/// <summary>Reads a wallet.</summary>
/// <param name="Id">The wallet.</param>
[RequiresPermission(Permission.WalletRead)]
public sealed record GetWalletQuery(string Id) : IQuery<Result<Wallet>>;
