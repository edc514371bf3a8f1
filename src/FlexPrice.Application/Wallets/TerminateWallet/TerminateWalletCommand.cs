using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.TerminateWallet;

/// <summary>Closes a wallet and forfeits what is left in it.</summary>
/// <param name="Id">The wallet.</param>
[RequiresPermission(Permission.WalletWrite)]
public sealed record TerminateWalletCommand(string Id) : ICommand<CommandResult<WalletId>>;
