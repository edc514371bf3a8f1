using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.FeatureName.CommandName;

internal sealed class CommandNameValidator : AbstractValidator<CommandNameCommand>
{
    public CommandNameValidator() => RuleFor(command => command.Id).Named("id");
}
