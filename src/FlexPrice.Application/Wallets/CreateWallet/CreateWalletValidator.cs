using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Wallets;
using FluentValidation;

namespace FlexPrice.Application.Wallets.CreateWallet;

internal sealed class CreateWalletValidator : AbstractValidator<CreateWalletCommand>
{
    internal const string PrePaid = "PRE_PAID";

    public CreateWalletValidator()
    {
        RuleFor(command => command.Customer).Inline(new CustomerReferenceValidator());
        RuleFor(command => command.Currency).Currency("currency");
        RuleFor(command => command.Name).Text("name", 255);
        RuleFor(command => command.Description).Text("description", 255);
        RuleFor(command => command.WalletType).OneOf("wallet_type", [.. Types.Keys]);
        RuleFor(command => command.ConversionRate).PositiveAmount("conversion_rate");
        RuleFor(command => command.InitialCreditsToLoad).Amount("initial_credits_to_load");
        RuleFor(command => command.Metadata).Metadata("metadata");
    }

    internal static IReadOnlyDictionary<string, WalletType> Types { get; } = new Dictionary<string, WalletType>(StringComparer.Ordinal)
    {
        [PrePaid] = WalletType.PrePaid,
        ["POST_PAID"] = WalletType.PostPaid,
    };
}
