using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Integrations.UnlinkIntegration;

internal sealed class UnlinkIntegrationValidator : AbstractValidator<UnlinkIntegrationCommand>
{
    public UnlinkIntegrationValidator() => RuleFor(command => command.Id).Named("id");
}
