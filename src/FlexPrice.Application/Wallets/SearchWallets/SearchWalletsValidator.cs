using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Wallets;
using FluentValidation;

namespace FlexPrice.Application.Wallets.SearchWallets;

internal sealed class SearchWalletsValidator : AbstractValidator<SearchWalletsQuery>
{
    public SearchWalletsValidator()
    {
        RuleFor(query => query.CustomerId).Text("customer_id", RequestLimits.Text);
        RuleFor(query => query.Status).OneOf("status", [.. States.Keys]);
        RuleFor(query => query.WalletIds).Ids("wallet_ids");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }

    internal static IReadOnlyDictionary<string, WalletStatus> States { get; } = new Dictionary<string, WalletStatus>(StringComparer.Ordinal)
    {
        ["active"] = WalletStatus.Active,
        ["frozen"] = WalletStatus.Frozen,
        ["closed"] = WalletStatus.Closed,
    };
}
