using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Wallets.TerminateWallet;

internal sealed class TerminateWalletValidator : AbstractValidator<TerminateWalletCommand>
{
    public TerminateWalletValidator() => RuleFor(command => command.Id).Named("id");
}
