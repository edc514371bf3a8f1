using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.SearchWallets;

/// <summary>Lists wallets, the newest first.</summary>
/// <param name="CustomerId">Only of this customer, our id; an unknown one has none.</param>
/// <param name="Status">Only in this state, for example <c>active</c>; null for all.</param>
/// <param name="WalletIds">Only these.</param>
/// <param name="Paging">Which page.</param>
[RequiresPermission(Permission.WalletRead)]
public sealed record SearchWalletsQuery(string? CustomerId, string? Status, IReadOnlyList<string>? WalletIds, Paging Paging) : IQuery<Result<Page<Wallet>>>;
