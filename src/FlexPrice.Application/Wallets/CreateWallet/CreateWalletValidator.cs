using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FluentValidation;

namespace FlexPrice.Application.Wallets.CreateWallet;

internal sealed class CreateWalletValidator : AbstractValidator<CreateWalletCommand>
{
    public CreateWalletValidator()
    {
        RuleFor(command => command.Customer).Inline(new CustomerReferenceValidator());
        RuleFor(command => command.Currency).Currency("currency");
        RuleFor(command => command.Name).Text("name", 255);
        RuleFor(command => command.Description).Text("description", 255);
        RuleFor(command => command.WalletType).OneOf("wallet_type", WireName.All<WalletType>());
        RuleFor(command => command.ConversionRate).PositiveAmount("conversion_rate");
        RuleFor(command => command.InitialCreditsToLoad).Amount("initial_credits_to_load");
        RuleFor(command => command.Metadata).Metadata("metadata");
    }
}
