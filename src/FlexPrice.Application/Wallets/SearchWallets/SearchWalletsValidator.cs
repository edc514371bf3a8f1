using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FluentValidation;

namespace FlexPrice.Application.Wallets.SearchWallets;

internal sealed class SearchWalletsValidator : AbstractValidator<SearchWalletsQuery>
{
    public SearchWalletsValidator()
    {
        RuleFor(query => query.CustomerId).Text("customer_id", RequestLimits.Text);
        RuleFor(query => query.Status).OneOf("status", WireName.All<WalletStatus>());
        RuleFor(query => query.WalletIds).Ids("wallet_ids");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
